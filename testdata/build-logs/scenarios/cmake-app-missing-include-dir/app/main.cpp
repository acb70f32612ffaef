#include <iostream>
#include "image.hpp"

int main() { std::cout << pixels({2, 3}) << "\n"; }
