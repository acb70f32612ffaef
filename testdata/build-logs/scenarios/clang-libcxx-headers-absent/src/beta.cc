#include <string>
#include <vector>

std::string beta(const std::vector<std::string> &all) { return all.empty() ? "" : all.front(); }
