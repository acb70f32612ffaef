#include <stdio.h>
#include "img.h"
int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "error: no input file\n");
        return 1;
    }
    printf("%s\n", argv[1]);
    return 0;
}
