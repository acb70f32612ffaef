#include "scene.h"
int area(int w, int h) { int d; return w * h; }
static int helper(void) { return 3; }
