#include <stdio.h>
int main(int argc, char **argv) {
    char length = argc + 300;
    (void)argv;
    for (int i = 0; i < 20; i++) printf("%s %d: fatal errors: %d\n", NAME, i, length - length);
    return STATUS;
}
