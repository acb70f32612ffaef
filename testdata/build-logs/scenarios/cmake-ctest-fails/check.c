#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char** argv)
{
    int n = atoi(argv[argc - 1]);
    printf("checking %d\n", n);
    assert(n != 4);
    return 0;
}
