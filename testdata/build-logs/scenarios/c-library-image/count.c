#include <stdio.h>
int main(void) { int c, n = 0; while ((c = getchar()) != EOF) n += c == '!'; printf("%d errors\n", n); return 0; }
