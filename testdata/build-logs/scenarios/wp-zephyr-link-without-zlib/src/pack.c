#include <string.h>
#include <zlib.h>
long pack_size(const char *text)
{
    unsigned char out[4096];
    uLongf size = sizeof out;
    if (compress2(out, &size, (const Bytef *)text, strlen(text), 9) != Z_OK)
        return -1;
    return (long)size;
}
