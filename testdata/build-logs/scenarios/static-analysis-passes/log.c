#include <stdio.h>
void error_at(int line, const char *text) { short s = line; fprintf(stderr, "error: line %d: %s\n", s, text); }
