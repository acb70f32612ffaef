#include <assert.h>
#include <stdio.h>
int next(int position, int size, int unused);
int main(void)
{
    assert(next(0, 4, 0) == 1);
    printf("ring: PASS next\n");
    fflush(stdout);
    assert(next(3, 4, 0) == 4);
    return 0;
}
