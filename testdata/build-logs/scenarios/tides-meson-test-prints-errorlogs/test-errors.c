#include "tides.h"

#include <stdio.h>

int main(void)
{
    fprintf(stderr, "ERROR: no gauge, which this test expects\n");
    return tide_height(3) > 4;
}
