#include <ruby.h>
#include <magic_bytes.h>
void Init_fastpath(void) {}
