#include <stdio.h>
#include <string.h>

int block1(int);

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "--device"))
        return 77;
    if (argc > 1 && strcmp(argv[1], "--help")) {
        fprintf(stderr, "codec-tool: fatal error: %s: not a codec file\n", argv[1]);
        return 1;
    }
    return block1(0) - 1;
}
