#include <stdio.h>
#include <stdlib.h>
#include "mathlib.h"
int main(int c, char **v) { if (c < 3) return 2; printf("%d\n", gcd(atoi(v[1]), atoi(v[2]))); return 0; }
