#include <stdio.h>
int main(void) { int n; puts("probe: 0 failures"); return 0; }
