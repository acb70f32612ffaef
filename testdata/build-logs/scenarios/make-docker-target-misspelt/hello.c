#include <stdio.h>
int main(void) { int unused; puts("hello"); return 0; }
