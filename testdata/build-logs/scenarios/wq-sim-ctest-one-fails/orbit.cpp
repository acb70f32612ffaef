#include "orbit.h"
#include <cmath>

double period(double a) { return 2 * M_PI * std::sqrt(a * a * a); }
double energy(double r, double v) { int unused = 0; return v * v / 2 - 1 / r; }
