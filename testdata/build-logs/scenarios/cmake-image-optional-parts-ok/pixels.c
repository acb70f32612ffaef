#include <stdio.h>

static int old_function(void) { return 1; }
#warning "the old renderer goes in version 3"

int main(int argc, char **argv) {
    (void)argv;
    if (argc < 2) { fprintf(stderr, "pixels: fatal error: no image\n"); return 1; }
    return 0;
}
