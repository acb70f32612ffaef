#include "yapc.h"
int parse(const char *s) { int n = 0; while (lex(&s)) n++; return n; }
