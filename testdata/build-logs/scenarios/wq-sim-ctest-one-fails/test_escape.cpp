#include "orbit.h"
#include <iostream>

int main(int argc, char **) {
    if (argc > 1) { std::cerr << "error: unknown option\n"; return 2; }
    return energy(1, 2) > 0 ? 0 : 1;
}
