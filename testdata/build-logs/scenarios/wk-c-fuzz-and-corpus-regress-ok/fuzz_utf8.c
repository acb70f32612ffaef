#include <stddef.h>
#include <stdint.h>
static int utf8_len(const uint8_t *p, size_t n)
{
    int k = 0;
    for (size_t i = 0; i < n; i++) if ((p[i] & 0xc0) != 0x80) k++;
    return k;
}
int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { if (utf8_len(d, n) > (int)n) __builtin_trap(); return 0; }
