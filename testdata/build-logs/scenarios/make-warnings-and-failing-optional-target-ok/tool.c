#include <stdio.h>
#include <string.h>
int main(int argc, char **argv)
{
    char name[4];
    int unused;
    if (argc < 2) {
        fprintf(stderr, "error: no name given\n");
        return 2;
    }
    strncpy(name, argv[1], 4);
    printf("%s\n", argv[1]);
    return 0;
}
