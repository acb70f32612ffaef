#include <stdio.h>

int tiny(void)
{
    puts("tiny");
    return 0;
}
