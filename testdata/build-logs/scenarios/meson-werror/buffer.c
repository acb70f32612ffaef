#include <stddef.h>
void insert(char *buffer, size_t at, char c)
{
    int size = 8;
    if (at < size)
        buffer[at] = c;
}
