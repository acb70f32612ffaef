#include <string>
std::string part07() { int unused; return "07"; }
