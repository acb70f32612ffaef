#include <stdio.h>
int main(void) { char b[8] = "error!!"; printf("%d\n", *(int *)(b + 1) != 0); return 0; }
