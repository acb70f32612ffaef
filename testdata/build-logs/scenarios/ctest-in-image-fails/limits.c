#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "home") == 0) {
        const char *home = getenv("XDG_RUNTIME_DIR");
        if (!home) { fprintf(stderr, "limits: XDG_RUNTIME_DIR is not set\n"); return 1; }
    }
    printf("warning: limit %s is only advisory\n", argc > 1 ? argv[1] : "none");
    return 0;
}
