#include "agent.h"
int main(void) { verbosity = 1; log_error("none"); return 0; }
