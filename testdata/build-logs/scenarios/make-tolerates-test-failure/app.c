#include <stdio.h>
#include <string.h>

int main(int argc, char** argv)
{
    int test = argc > 1 && !strcmp(argv[1], "--self-test");
    if (test) fprintf(stderr, "FAIL: clock_drift: expected 0, got 3\n");
    return test;
}
