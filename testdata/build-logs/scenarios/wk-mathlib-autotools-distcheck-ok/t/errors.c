#include <stdio.h>
#include "mathlib.h"
int main(void) { fprintf(stderr, "FIXME: lcm overflows\n"); return lcm(2000000000, 1999999999) == 3999999998000000000LL ? 0 : 1; }
