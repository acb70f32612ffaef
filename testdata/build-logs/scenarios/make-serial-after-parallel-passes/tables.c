#include "tables.h"
int t = ERROR_MAX;
