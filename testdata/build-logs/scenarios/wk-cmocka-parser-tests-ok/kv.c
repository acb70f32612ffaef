#include <stdio.h>
#include <string.h>
int kv_valid(const char *s)
{
    if (!strchr(s, '=')) { fprintf(stderr, "ERROR: kv: no '=' in \"%s\"\n", s); return 0; }
    return 1;
}
