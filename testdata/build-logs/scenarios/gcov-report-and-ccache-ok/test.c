#include <stdio.h>
int to_feet(int); int fails(int);
int main(void) { int unused; printf("fails(-1): %d\n", fails(-1)); return to_feet(100) != 328; }
