#include <stdio.h>

int main(int argc, char **argv) {
    if (argc < 2) { fprintf(stderr, "ERROR: no argument\n"); return 1; }
    fprintf(stderr, "error %s: simulated failure\n", argv[1]);
    return 0;
}
