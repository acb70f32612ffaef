#pragma once
#include <string>
#include <vector>
std::string pad(const std::string &s, size_t width);
std::vector<std::string> wrap(const std::string &text, size_t width);
