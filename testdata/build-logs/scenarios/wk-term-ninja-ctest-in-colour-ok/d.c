int d(void) { int e = 4; return e; }
