#include "sensor.h"
double average(const struct sample *s, int n)
{
    double sum = 0;
    int i = 0;
    for (i = 0; i < n; i++)
        sum += s[i].value;
    return n ? sum / n : 0;
}
