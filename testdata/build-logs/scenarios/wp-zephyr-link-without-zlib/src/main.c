#include <stdio.h>
long pack_size(const char *);
const char *name(int);
int main(int argc, char **argv)
{
    printf("%s %ld\n", name(0), pack_size(argv[0]));
    return 0;
}
