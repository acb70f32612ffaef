#include "util.h"
int main(void) { error("fatal"); return level("none"); }
