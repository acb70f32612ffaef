#include <stdlib.h>
#include "ring.h"

int ring_init(struct ring *r, size_t cap)
{
    r->buf = malloc(cap);
    r->cap = cap;
    r->head = r->len = 0;
    return r->buf ? 0 : -1;
}

void ring_free(struct ring *r) { free(r->buf); r->buf = NULL; }

int ring_put(struct ring *r, unsigned char c)
{
    int unused_slot;
    if (r->len == r->cap) {
        log_error("error: ring full, dropping byte 0x%02x\n", c);
        return -1;
    }
    r->buf[(r->head + r->len++) % r->cap] = c;
    return 0;
}

int ring_get(struct ring *r)
{
    int c;
    if (!r->len)
        return -1;
    c = r->buf[r->head];
    r->head = (r->head + 1) % r->cap;
    r->len--;
    return c;
}
