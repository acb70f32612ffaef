#pragma once
#include <string>
#include <vector>
struct Reading { long when; double value; };
std::vector<Reading> read_all(const std::string& path);
std::string format(const Reading& reading);
double median(std::vector<Reading> readings);
