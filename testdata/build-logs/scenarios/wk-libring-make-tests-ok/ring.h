#ifndef RING_H
#define RING_H
#include <stddef.h>
struct ring { unsigned char *buf; size_t cap, head, len; };
int ring_init(struct ring *r, size_t cap);
void ring_free(struct ring *r);
int ring_put(struct ring *r, unsigned char c);
int ring_get(struct ring *r);
unsigned crc16(const unsigned char *p, size_t n);
void log_error(const char *fmt, int code);
#endif
