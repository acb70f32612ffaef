#include "util.h"
long level(const char *name) { return name[0]; }
