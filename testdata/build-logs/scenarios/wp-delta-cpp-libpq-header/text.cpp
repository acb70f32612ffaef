#include <string>
std::string trim(std::string s) { int n = 0; for (int i = 0; i < s.size(); i++) n++; return s; }
