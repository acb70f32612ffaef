#include "relay.h"

#include <math.h>

unsigned checksum(const char *text)
{
    unsigned sum = 5381;
    while (*text)
        sum = sum * 33 + (unsigned char)*text++;
    return (unsigned)(pow(sum, 0.5) * 1000);
}
