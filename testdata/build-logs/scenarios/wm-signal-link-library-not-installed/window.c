int window(void) { int x = 1; return 0; }
