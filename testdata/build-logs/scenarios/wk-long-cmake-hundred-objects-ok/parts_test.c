#include <stdio.h>
int part_001(void);
int main(int c, char **v) { printf("FAIL would be printed here: %s\n", v[c - 1]); return part_001() != 'p'; }
