#include "agent.h"
int disk_open(const char *path) { return 0; }
