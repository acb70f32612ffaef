#include "panel.h"
int panel(void) { int spare; return draw(); }
