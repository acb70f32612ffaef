#include <stdio.h>
#include <stdlib.h>
int fail(const char *, int);
int main(int argc, char **argv)
{
    int unused;
    if (argc < 2)
        return fail("usage: dune CODE", 2);
    return atoi(argv[1]);
}
