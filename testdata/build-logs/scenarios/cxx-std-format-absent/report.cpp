#include <format>
#include <string>
std::string line(int n) { return std::format("{:>5} errors", n); }
