#include "img.h"
int main(void) { return scale(10, 0.5) != 5; }
