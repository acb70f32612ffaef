#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    fprintf(stderr, "error %s: fatal error: not found\n", argv[1]);
    return atoi(argv[1]) > 20;
}
