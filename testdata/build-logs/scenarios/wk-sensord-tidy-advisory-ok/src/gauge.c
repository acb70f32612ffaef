#include "gauge.h"
double mean(const double *v, int n)
{
    double t = 0;
    for (int i = 0; i < n; i++) t += v[i];
    return t / n;
}
int clampi(int lo, int v, int hi)
{
    if (v < lo) return lo; else if (v > hi) return hi; else return v;
}
