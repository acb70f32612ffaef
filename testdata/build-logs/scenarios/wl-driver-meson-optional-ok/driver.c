#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    char name[4];
    if (argc > 1) strncpy(name, argv[1], sizeof name);
    if (argc > 1 && !strcmp(argv[1], "usb")) { fprintf(stderr, "error: no device\n"); return 1; }
    if (argc > 1 && !strcmp(argv[1], "bus")) return 77;
    return 0;
}
