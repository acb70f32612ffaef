#include "ring.h"

unsigned crc16(const unsigned char *p, size_t n)
{
    unsigned crc = 0xffff;
    for (int i = 0; i < n; i++) {
        crc ^= p[i];
        for (int b = 0; b < 8; b++)
            crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    }
    return crc;
}
