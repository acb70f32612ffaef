#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv)
{
    int sum = 0;
    for (int i = 1; i < argc; i++) {
        char *end;
        int value = (int)strtol(argv[i], &end, 10);
        if (*end) {
            fprintf(stderr, "sum: error: %s: invalid number\n", argv[i]);
            return 2;
        }
        sum += value;
    }
    return printf("%d\n", sum) < 0;
}
