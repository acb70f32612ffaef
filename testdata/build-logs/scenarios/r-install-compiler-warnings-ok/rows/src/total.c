#include <stdio.h>
void total(int *x, int *n, int *result) { int unused; char small[2]; snprintf(small, 2, "%s", "warning"); for (int i = 0; i < *n; i++) *result += x[i]; }
