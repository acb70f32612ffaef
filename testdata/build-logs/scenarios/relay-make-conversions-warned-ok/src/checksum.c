#include "relay.h"

unsigned checksum(const char *text)
{
    int sum = 5381;
    while (*text)
        sum = sum * 33 + (unsigned char)*text++;
    return (unsigned)sum;
}
