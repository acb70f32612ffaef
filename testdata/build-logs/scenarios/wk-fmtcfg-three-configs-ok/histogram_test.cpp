#undef NDEBUG
#include <cassert>
#include "tally.hpp"
int main() { auto h = histogram({0.1, 0.2, 0.9}, 2); assert(h[0] == 2 && h[1] == 1); }
