#include <string>
std::string part04() { int unused; return "04"; }
