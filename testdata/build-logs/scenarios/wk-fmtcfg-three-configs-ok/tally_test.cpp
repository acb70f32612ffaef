#undef NDEBUG
#include <cassert>
#include "tally.hpp"
int main() { Tally t; t.add(1); t.add(3); assert(t.mean() == 2); }
