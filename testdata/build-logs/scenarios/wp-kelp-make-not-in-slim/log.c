#include <stdio.h>
int log_error(const char *m) { int n; return fprintf(stderr, "error: %s\n", m); }
