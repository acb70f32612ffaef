#include <string>
std::string part08() { int unused; return "08"; }
