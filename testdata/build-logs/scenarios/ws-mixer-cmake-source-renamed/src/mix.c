#include "mix.h"
int mix(int a, int b) { return a + b; }
