#include <stdio.h>
#include <stdlib.h>
static const char *names[24];
int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 0;
    for (int i = 0; i < 23; i++) names[i] = i == 16 ? NULL : "frame";
    printf("decoding %d: %c, no error\n", n, names[n - 1 < 23 ? n - 1 : 0][0]);
    return 0;
}
