#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    int spare;
    fprintf(stderr, "error: sample text of a test\n");
    return argc > 1 ? atoi(argv[1]) : 0;
}
