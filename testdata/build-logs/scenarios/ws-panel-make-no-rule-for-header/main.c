#include "build_info.h"
int main(void) { return 0; }
