#include <CoreServices/CoreServices.h>

int watch(void) { return 0; }
