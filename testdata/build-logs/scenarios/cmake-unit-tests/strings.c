#include <ctype.h>
#include <string.h>
const char *trim(const char *s) { while (isspace((unsigned char)*s)) s++; return s; }
int split(const char *s, char c) { int n = 0; for (; *s; s++) n += *s == c; return n; }
