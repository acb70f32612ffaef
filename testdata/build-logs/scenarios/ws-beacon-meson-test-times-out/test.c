#include <stdio.h>
#include <string.h>
#include <unistd.h>
int beacon(int n);
int main(int argc, char **argv) {
    if (argc > 1 && !strcmp(argv[1], "multicast")) { fprintf(stderr, "no multicast here\n"); return 77; }
    if (argc > 1 && !strcmp(argv[1], "listen")) { fprintf(stderr, "waiting for a datagram on 127.0.0.1\n"); sleep(60); }
    return beacon(0);
}
