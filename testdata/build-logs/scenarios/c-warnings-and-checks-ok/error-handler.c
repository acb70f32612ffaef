#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    char name[4];
    unsigned n = argc;
    if (n > -1) puts("never");
    strncpy(name, argv[0], 5);
    puts("fatal: error: this is what the handler prints");
    return 0;
}
