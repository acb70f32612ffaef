#include <stdio.h>
#include <stdlib.h>
#include "gauge.h"
int main(int argc, char **argv)
{
    double v[16];
    int n = 0;
    for (int i = 1; i < argc && n < 16; i++)
        v[n++] = atoi(argv[i]);
    for (int i = 0; i < n; i++) printf("sample %d: %g\n", clampi(0, i, 15), v[i]);
    printf("mean %.2f\n", mean(v, n));
    return 0;
}
