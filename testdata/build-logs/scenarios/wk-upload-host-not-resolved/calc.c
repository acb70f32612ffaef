#include <stdio.h>
#include <stdlib.h>
int main(int c, char **v) { if (c > 2) printf("%d\n", atoi(v[1]) + atoi(v[2])); return 0; }
