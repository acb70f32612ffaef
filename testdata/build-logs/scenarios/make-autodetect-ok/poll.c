#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    int bad = argc > 1 && !strcmp(argv[1], "fail");
    fprintf(stderr, bad ? "poll: error: epoll_wait failed: Bad file descriptor\n" : "poll: ok\n");
    return bad;
}
