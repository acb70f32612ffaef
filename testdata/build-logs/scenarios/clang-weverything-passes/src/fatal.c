#include <stdlib.h>
void fatal(int code) { int i; if (code = 0) i = 1; exit(code); }
