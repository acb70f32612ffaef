#include "mix.h"
int main(void) { return mix(0, 0); }
