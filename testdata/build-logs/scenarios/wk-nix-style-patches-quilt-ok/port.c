#include <stdio.h>
/* added upstream */
/* added upstream, too */
int main(void)
{
    int port = 80;
    printf("listening on %d\n", port);
    return 0;
}
