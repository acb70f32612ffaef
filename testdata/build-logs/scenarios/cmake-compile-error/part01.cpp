#include <string>
std::string part01() { int unused; return "01"; }
