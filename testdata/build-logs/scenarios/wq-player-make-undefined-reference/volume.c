#include <math.h>
#include "player.h"

double decibels(double ratio)
{
    int unused;
    return 20 * log10(ratio);
}
