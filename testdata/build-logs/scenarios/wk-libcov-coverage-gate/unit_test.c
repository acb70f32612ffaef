#include <stdio.h>
double c2f(double); double f2c(double); double km2mi(double);
int main(void)
{
    int bad = 0;
    if (c2f(100) != 212) bad++;
    if (f2c(212) != 100) bad++;
    printf("2 conversions checked, %d wrong\n", bad);
    return bad;
}
