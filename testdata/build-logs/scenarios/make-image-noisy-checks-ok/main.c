#include <stdio.h>
#include <string.h>

int text(const char *s);
int numbers(const char *s);

int main(int argc, char **argv) {
    int unused;
    if (argc < 2 || strncmp(argv[1], "--", 2) == 0) { fprintf(stderr, "tool: error: bad usage\n"); return 2; }
    return text(argv[1]) + numbers(argv[1]);
}
