#include "agent.h"
#include <string.h>
int net_open(const char *host) { char buf[4]; strncpy(buf, host, 4); return buf[0]; }
