#include "panel.h"
int draw(void) { return 0; }
