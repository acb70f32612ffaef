#include <ruby.h>
void Init_ringbuffer(void) {}
