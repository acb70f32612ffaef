#include "version.h"
const char *version(void) { int unused; return VERSION; }
