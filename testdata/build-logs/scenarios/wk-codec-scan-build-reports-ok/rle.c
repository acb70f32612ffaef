#include <stdlib.h>
#include <string.h>
int rle_len(const char *s) { int n = 0; for (char p = 0; *s; s++) if (*s != p) { n += 2; p = *s; } return n; }
char *rle_copy(const char *s)
{
    char *leak = malloc(8);
    char *p = NULL;
    if (!s) return p;
    if (s[0] == 'x') *p = 1;
    return strdup(s);
}
