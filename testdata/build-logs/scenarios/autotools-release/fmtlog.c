#include "fmtlog.h"
int main(void) { return LEVEL_ERROR - 1; }
