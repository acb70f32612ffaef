#include <stdio.h>
int failed(int code) { return fprintf(stderr, "error: code %d\n", code); }
