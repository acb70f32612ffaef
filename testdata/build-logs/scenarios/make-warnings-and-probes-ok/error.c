#include <stdio.h>
int report(int unused) { fprintf(stderr, "tool: error: cannot open input: No such file or directory\n"); return 1; }
