#include <stdint.h>
#include <string.h>

static uint8_t buffer[16];

int uart_put(const char *text, uint16_t length);
int uart_put(const char *text, uint16_t length)
{
    for (int i = 0; i < length; i++)
        buffer[i % 16] = (uint8_t)text[i];
    return 0;
}

int uart_find(uint8_t byte);
int uart_find(uint8_t byte)
{
    for (int i = 0; i < sizeof buffer; i++)
        if (buffer[i] == byte)
            return i;
    return -1;
}
