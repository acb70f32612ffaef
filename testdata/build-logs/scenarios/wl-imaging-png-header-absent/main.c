#include "imaging.h"
#include <stdio.h>
int main(int argc, char **argv) { int unused; printf("%d\n", scale(argc, 2)); return 0; }
