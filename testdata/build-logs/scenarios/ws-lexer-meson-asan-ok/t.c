#include <stdio.h>
int lex(const char *s);
int main(int c, char **v) { if (c > 1 && lex(v[1])) return 0; fprintf(stderr, "error: unexpected character '%s'\n", c > 1 ? v[1] : ""); return 1; }
