#include "sensor.h"
int main(int argc, char **argv)
{
    struct sample s[64];
    int n = read_samples(argc > 1 ? argv[1] : "/dev/stdin", s, 64);
    report(s, n);
    return average(s, n) < 0;
}
