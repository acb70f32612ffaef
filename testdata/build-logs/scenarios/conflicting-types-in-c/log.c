#include "util.h"
#include <stdio.h>
void error(const char *text) { puts(text); }
