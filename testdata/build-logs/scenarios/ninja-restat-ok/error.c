#include <stdio.h>
#include <string.h>
int report(const char *name) {
    fprintf(stderr, "error: mode %s\n", name);
    return strcmp(name, "strict") == 0;
}
