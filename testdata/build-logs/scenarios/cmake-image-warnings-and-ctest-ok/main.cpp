#include <iostream>
#include <string>
int level_of(const std::string&);
int main(int argc, char** argv) {
    short level = level_of(argv[1]);
    if (level < 0) std::cerr << "error: unknown level " << argv[1] << '\n';
    return level < 0;
}
