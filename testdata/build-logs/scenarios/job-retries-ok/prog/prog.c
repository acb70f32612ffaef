#include <stdio.h>
int main(int argc, char **argv) { int unused; return fputs("error: nothing to do\n", stderr), 3; }
