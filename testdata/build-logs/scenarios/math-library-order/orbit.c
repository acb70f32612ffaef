#include <math.h>
double period(double axis) { return sqrt(pow(axis, 3)); }
