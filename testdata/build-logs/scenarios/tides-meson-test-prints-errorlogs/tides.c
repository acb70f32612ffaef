#include "tides.h"

#include <math.h>

double tide_height(double hours)
{
    return 2.0 + 1.4 * cos(hours * 6.283185307 / 12.42);
}

const char *tide_name(double height)
{
    return height > 3.0 ? "high" : height < 1.0 ? "low" : "middle";
}
