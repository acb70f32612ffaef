#include "yapc.h"
int depth(int n) { return n + 1; }
