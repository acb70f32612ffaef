#include <stdio.h>
int main(int argc, char **argv) { int unused; if (argc > 1) fprintf(stderr, "fatal error: unknown option %s\n", argv[1]); return argc > 1; }
