#include <stdio.h>

int main(void)
{
    int unused;
    return puts("error: this is the output") < 0;
}
