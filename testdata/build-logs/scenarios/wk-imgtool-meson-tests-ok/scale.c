#include <math.h>
#include "img.h"
int scale(int w, double f) { return (int)lround(w * f); }
