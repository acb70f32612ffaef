#include <string>
std::string line(int);
int main() { return line(3).empty(); }
