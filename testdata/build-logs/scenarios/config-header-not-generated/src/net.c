#include "common.h"
int net_ready(void) { return VERSION; }
