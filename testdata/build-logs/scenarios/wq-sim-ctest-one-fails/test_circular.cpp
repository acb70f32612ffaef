#include "orbit.h"
#include <cassert>
#include <cmath>

int main() { assert(std::fabs(period(1) - 6.2831853) < 1e-6); }
