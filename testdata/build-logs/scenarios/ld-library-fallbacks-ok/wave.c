#include <math.h>
#include <stdio.h>
int main(int argc, char **argv) { (void)argv; printf("0 errors, cosh %f\n", cosh(argc)); return 0; }
