#include <math.h>
#include <stdio.h>
double curve(double x);
int main(int argc, char **argv) { (void)argv; printf("%f\n", curve(argc) * cosh(argc)); return 0; }
