#include "build_info.h"
#include <stdio.h>
int unit(void) { return puts(BUILD_INFO); }
