#include "fmtcfg.hpp"
#include <sstream>
namespace fmtcfg {
static std::string trim(std::string s)
{
    while (!s.empty() && s.front() == ' ') s.erase(0, 1);
    while (!s.empty() && s.back() == ' ') s.pop_back();
    return s;
}
Map parse(const std::string &text)
{
    Map m;
    std::istringstream in(text);
    std::string line, section;
    while (std::getline(in, line)) {
        line = trim(line);
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '[') { section = line.substr(1, line.size() - 2) + "."; continue; }
        auto eq = line.find('=');
        if (eq == std::string::npos) continue;
        m[section + trim(line.substr(0, eq))] = trim(line.substr(eq + 1));
    }
    return m;
}
}
