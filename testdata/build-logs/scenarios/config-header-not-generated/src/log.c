#include "common.h"
int log_ready(void) { return VERSION; }
