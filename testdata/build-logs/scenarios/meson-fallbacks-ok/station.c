#include <stdio.h>
int main(int argc, char **argv) {
    int unused;
    if (argc > 1) { fprintf(stderr, "error: %s: connection refused\n", argv[1]); return 1; }
    return 0;
}
