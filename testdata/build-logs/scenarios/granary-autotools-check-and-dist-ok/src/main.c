#include "grain.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 2 || !grain_known(argv[1])) {
        fprintf(stderr, "usage: granary GRAIN\n");
        return 2;
    }
    printf("%d\n", grain_weight(argv[1]));
    return 0;
}
