static int f(void) { int unused = 1; return 0; }
