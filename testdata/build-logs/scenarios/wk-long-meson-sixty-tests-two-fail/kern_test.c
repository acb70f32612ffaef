#include <stdio.h>
#include <stdlib.h>
static int pages(int bytes) { return bytes / 4096 + (bytes % 4096 > 0); }
int main(int argc, char **argv)
{
    int i = atoi(argv[argc - 1]), want = i, got = pages(i * 4096);
    if (i == 17) got = pages(17 * 4096 + 1);
    if (i == 42) want = 43;
    printf("block %d: expected %d pages, got %d\n", i, want, got);
    if (want != got) fprintf(stderr, "block %d: assertion failed: pages == %d\n", i, want);
    return want != got;
}
