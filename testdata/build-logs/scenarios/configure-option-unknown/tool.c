#include <stdio.h>
int main(void) { puts("tool: no error"); return 0; }
