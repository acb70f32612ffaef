#include <stdio.h>

int main(void)
{
    int unused = 0;
    fprintf(stderr, "error: this is what is tested\n");
    return 0;
}
