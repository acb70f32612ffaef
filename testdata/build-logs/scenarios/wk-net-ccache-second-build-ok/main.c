#include <stdio.h>
int tcp(void); int udp(void);
int main(int c, char **v)
{
    if (c > 1) { fprintf(stderr, "usage: netstat2\n"); return 64; }
    return tcp() + udp();
}
