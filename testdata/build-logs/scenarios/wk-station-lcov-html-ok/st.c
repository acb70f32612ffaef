#include <stdio.h>
#include <stdlib.h>
static int rain(int mm) { return mm > 50; }
int main(int argc, char **argv)
{
    if (argc < 2) { fputs("usage: st MM\n", stderr); return 64; }
    printf("%s\n", rain(atoi(argv[1])) ? "flood" : "fine");
    return 0;
}
