#include <cmath>
double norm(const double *p, int n) { double t = 0; for (int i = 0; i < n; ++i) t += p[i] * p[i]; return std::sqrt(t); }
