#include <cstdio>
#include <cstdlib>
int rpm(int gear)
{
    if (gear < 0) { std::fprintf(stderr, "FATAL: gear %d out of range\n", gear); std::abort(); }
    if (gear == 0) std::fprintf(stderr, "ERROR: in neutral\n");
    return gear * 900;
}
