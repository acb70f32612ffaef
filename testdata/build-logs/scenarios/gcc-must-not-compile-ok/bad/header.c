#include <acme/missing.h>
int f(void) { return 0; }
