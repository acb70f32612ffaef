#include "errors2.h"
int e2 = ERROR_2;
