#include "orbit.h"
#include <cmath>
#include <iostream>

static int check(const char *what, double got, double want) {
    if (std::fabs(got - want) < 1e-9) return 0;
    std::cerr << "test_elliptic: " << what << ": got " << got << ", want " << want << "\n";
    return 1;
}

int main() {
    std::cout << "3 checks\n";
    return check("energy at apoapsis", energy(2, 0.5), -0.375) + check("energy at periapsis", energy(0.5, 1.5), -0.9) + check("period", period(4), 16 * M_PI);
}
