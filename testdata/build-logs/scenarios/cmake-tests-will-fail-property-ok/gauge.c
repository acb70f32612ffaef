#include <stdio.h>
int main(int argc, char **argv)
{
    int value;
    unsigned n = argc;
    if (n < 0 || argc < 2) {
        fprintf(stderr, "error: a value is required\n");
        return 1;
    }
    printf("%s\n", argv[1]);
    return 0;
}
