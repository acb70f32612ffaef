#include <string>
std::string part06() { int unused; return "06"; }
