#include "fmtcfg.hpp"
namespace fmtcfg {
std::string render(const Map &m)
{
    std::string out;
    for (auto &p : m) out += p.first + " = " + p.second + "\n";
    return out;
}
}
