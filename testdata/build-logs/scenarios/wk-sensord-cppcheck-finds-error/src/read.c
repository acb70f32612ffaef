#include <stdio.h>
#include "sensor.h"
int read_samples(const char *path, struct sample *out, int max)
{
    int n = 0;
    FILE *f = fopen(path, "r");
    if (!f)
        return -1;
    while (n < max) {
        if (fscanf(f, "%d %lf", &out[n].id, &out[n].value) != 2)
            return n;
        n++;
    }
    fclose(f);
    return n;
}
