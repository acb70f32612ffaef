#include <stdio.h>
int bs_mask(int); int bs_set(int *, int); int bs_count(unsigned);
int main(void)
{
    int w = 0, i;
    for (i = 0; i < 32; i++)
        bs_set(&w, i);
    printf("bs_set: %s\n", w == -1 ? "PASS" : "FAIL");
    printf("bs_count: %s\n", bs_count((unsigned)w) == 32 ? "PASS" : "FAIL");
    printf("bs_mask(40): %d\n", bs_mask(40) != 0);
    return 0;
}
