#include <stdio.h>
extern int seed;
void table(void) { printf("table of %d\n", seed); }
