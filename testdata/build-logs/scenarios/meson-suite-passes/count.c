#include <stdio.h>
int main(int argc, char **argv) { int unused; fprintf(stderr, "%d errors\n", argc - 1); return argc - 1; }
