#include "mathlib.h"
int main(void) { return !(gcd(12, 18) == 6 && lcm(4, 6) == 12); }
