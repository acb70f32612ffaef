#include "errors1.h"
int e1 = ERROR_1;
