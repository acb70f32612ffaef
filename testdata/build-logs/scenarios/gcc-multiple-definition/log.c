#include "agent.h"
#include <stdio.h>
void log_error(const char *what) { if (verbosity) fprintf(stderr, "error: %s\n", what); }
