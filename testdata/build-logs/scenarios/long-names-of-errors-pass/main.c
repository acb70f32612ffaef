#include <stdio.h>
int main(int argc, char **argv) { (void)argv; fprintf(stderr, "error-server: fatal error: no such option\n"); return argc > 1 ? 2 : 0; }
