#include <stdio.h>
int error(int unused, char *p) { printf("fatal: %s\n"); return 1 << 40; }
