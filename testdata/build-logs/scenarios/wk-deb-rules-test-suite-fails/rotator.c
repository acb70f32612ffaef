#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int argc, char **argv)
{
    if (argc < 3) return 2;
    size_t n = strlen(argv[2]), k = (size_t)atoi(argv[1]) % n;
    printf("%s%.*s\n", argv[2] + n - k, (int)(n - k), argv[2]);
    return 0;
}
