#include <stdlib.h>
#include <stdio.h>
int core(int);
int main(int c, char **v) { printf("%d\n", core(c > 1 ? atoi(v[1]) : 0)); return 0; }
