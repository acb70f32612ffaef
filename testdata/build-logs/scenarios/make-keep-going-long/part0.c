#include <stdint.h>

uint32_t crc(const uint8_t *data, size_t length);
