#include <stdio.h>
int main(int argc, char **argv)
{
    int c, n = 0, unused;
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : stdin;
    if (!f) { perror(argv[1]); return 1; }
    while ((c = getc(f)) != EOF)
        printf("%02x%c", c, ++n % 16 ? ' ' : '\n');
    putchar('\n');
    return 0;
}
