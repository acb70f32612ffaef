#include <stdio.h>
int push(int);
int main(void)
{
    for (int i = 0; i < 4; i++) push(i);
    if (push(4) != -1) { fprintf(stderr, "full: a fifth item was taken\n"); return 1; }
    return 0;
}
