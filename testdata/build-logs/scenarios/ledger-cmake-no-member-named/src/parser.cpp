#include "account.hpp"

Entry parse(const std::string& line) {
    const auto blank = line.rfind(' ');
    if (blank == std::string::npos) throw std::invalid_argument("no amount: " + line);
    return {line.substr(0, blank), std::stol(line.substr(blank + 1))};
}
