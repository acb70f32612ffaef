#include <stdio.h>
int fail(const char *why, int code, ...)
{
    unsigned n = 0;
    if (code < n)
        return 0;
    fprintf(stderr, "error: %s\n", why);
    return code;
}
