#pragma once
#include <string>
#include <vector>
struct Stop { std::string name; double km; };
double length(const std::vector<Stop> &stops, bool closed);
