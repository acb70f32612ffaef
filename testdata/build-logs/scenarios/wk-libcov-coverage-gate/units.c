double c2f(double c) { return c * 9 / 5 + 32; }
double f2c(double f) { return (f - 32) * 5 / 9; }
double km2mi(double k)
{
    if (k < 0)
        return 0;
    return k / 1.609344;
}
double mi2km(double m)
{
    if (m < 0)
        return 0;
    return m * 1.609344;
}
double psi2bar(double p)
{
    double b = p * 0.0689476;
    return b;
}
