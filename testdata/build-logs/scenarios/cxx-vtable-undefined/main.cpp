#include "shape.h"
int main() { Circle c; return c.area() > 9; }
