#include <stdint.h>
struct packet {
    uint8_t kind;
    uint32_t length;
    uint16_t port;
};
