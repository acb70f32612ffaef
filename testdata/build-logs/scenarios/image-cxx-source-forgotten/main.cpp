#include "meter.h"
#include <iostream>
int main(int argc, char** argv) {
    auto all = read_all(argv[1]);
    for (int i = 0; i < all.size(); i++) std::cout << format(all[i]) << '\n';
    std::cout << median(all) << '\n';
}
