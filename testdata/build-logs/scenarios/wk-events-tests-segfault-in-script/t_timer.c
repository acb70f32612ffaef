#include <stdio.h>
struct timer { int ms; struct timer *next; };
int main(void)
{
    struct timer t = {10, 0};
    puts("timer: arm"); fflush(stdout);
    puts("timer: cancel the next one"); fflush(stdout);
    t.next->ms = 0;
    puts("timer: done");
    return 0;
}
