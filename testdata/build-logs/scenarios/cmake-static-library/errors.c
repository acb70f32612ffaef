#include <stdio.h>
int error_count(int unused) { int n; fprintf(stderr, "error: none\n"); return 0; }
