#pragma once
#include <map>
#include <string>
namespace fmtcfg {
using Map = std::map<std::string, std::string>;
Map parse(const std::string &text);
std::string render(const Map &m);
}
