#include <stdio.h>
#include <assert.h>
#include "ring.h"

#define T(name) printf("  %-32s ok\n", name)

int main(void)
{
    struct ring r;
    assert(ring_init(&r, 4) == 0);
    T("ring_init");
    for (int i = 0; i < 4; i++)
        assert(ring_put(&r, (unsigned char)i) == 0);
    T("ring_put fills");
    assert(ring_put(&r, 9) == -1);
    T("ring_put on a full ring fails");
    for (int i = 0; i < 4; i++)
        assert(ring_get(&r) == i);
    assert(ring_get(&r) == -1);
    T("ring_get drains");
    assert(crc16((const unsigned char *)"123456789", 9) == 0x4b37);
    T("crc16 of 123456789");
    ring_free(&r);
    puts("5 tests passed");
    return 0;
}
