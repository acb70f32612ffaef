#include <stdio.h>
#include "ring.h"

void log_error(const char *fmt, int code) { fprintf(stderr, fmt, code); }
