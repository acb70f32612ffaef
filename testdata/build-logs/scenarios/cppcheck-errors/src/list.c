#include <stdlib.h>
#include <string.h>
char *copy(const char *text) {
    char *out = malloc(strlen(text) + 1);
    char local[8];
    if (!text) return NULL;
    strcpy(out, text);
    local[8] = 0;
    free(out);
    return out;
}
