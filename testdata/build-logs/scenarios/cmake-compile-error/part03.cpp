#include <string>
std::string part03() { int unused; return "03"; }
