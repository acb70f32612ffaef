#include <string>
std::string part09() { int unused; return "09"; }
