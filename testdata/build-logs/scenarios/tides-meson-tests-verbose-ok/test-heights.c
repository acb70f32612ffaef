#include "tides.h"

#include <math.h>
#include <stdio.h>

int main(void)
{
    double got = tide_height(0), want = 3.5;
    if (fabs(got - want) > 1e-9) {
        fprintf(stderr, "tide_height(0): got %g, want %g\n", got, want);
        return 1;
    }
    return 0;
}
