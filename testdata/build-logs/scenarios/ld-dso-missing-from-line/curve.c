#include <math.h>
double curve(double x) { return sqrt(x) + floor(x); }
