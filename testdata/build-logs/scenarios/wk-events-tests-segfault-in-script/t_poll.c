#include <stdio.h>
int main(void) { puts("poll: 3 checks"); return 0; }
