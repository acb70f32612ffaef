#include "errors3.h"
int e3 = ERROR_3;
