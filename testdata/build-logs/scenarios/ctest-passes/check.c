#include <stdio.h>
#include <stdlib.h>

int main(int argc, char** argv)
{
    int n = atoi(argv[argc - 1]);
    fprintf(stderr, "error: code %d is reported\n", n);
    return n < 0;
}
