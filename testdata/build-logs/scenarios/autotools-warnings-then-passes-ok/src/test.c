#include <stdio.h>
int sum(int, int);
int main(void) { fprintf(stderr, "error: this message is expected\n"); return sum(1, 2) != 3; }
