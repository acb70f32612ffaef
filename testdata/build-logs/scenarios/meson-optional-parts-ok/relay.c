#include <stdio.h>
int main(int argc, char **argv) { char unused; if (argc > 1) { fprintf(stderr, "relay: error: %s\n", argv[1]); return 1; } return 0; }
