#include "config.h"
#include <stdint.h>

#if defined(WORDS_LITTLE)
#define ORDER 1
#elif defined(WORDS_BIG)
#define ORDER 2
#else
#error "byte order unknown: run configure first"
#endif

uint32_t swap(uint32_t value) { return ORDER == 1 ? __builtin_bswap32(value) : value; }
