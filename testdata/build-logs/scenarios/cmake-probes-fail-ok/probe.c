#include <stdio.h>
int main(int argc, char **argv) { (void)argv; fprintf(stderr, "error: %d failures\n", argc - 1); return argc > 1; }
