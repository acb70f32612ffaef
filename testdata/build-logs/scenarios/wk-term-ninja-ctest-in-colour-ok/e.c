#include <stdio.h>
void e(void) { printf("%d\n", 5L); }
