#include <stdio.h>
#include <stdlib.h>
int grams(int n, const char *unit);
int main(int argc, char **argv) {
    int g = argc > 2 ? grams(atoi(argv[1]), argv[2]) : -1;
    if (g < 0) { fprintf(stderr, "scale: error: unknown unit\n"); return 1; }
    printf("%d g\n", g);
    return 0;
}
