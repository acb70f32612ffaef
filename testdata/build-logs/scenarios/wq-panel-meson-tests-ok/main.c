#include <stdio.h>
#include <string.h>

int hours(int seconds);

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "--display"))
        return 77;
    if (argc > 1) {
        fprintf(stderr, "ERROR: unknown option %s\n", argv[1]);
        return 2;
    }
    return hours(3600) - 1;
}
