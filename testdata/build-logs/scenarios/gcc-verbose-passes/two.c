int two(void) { return 0; }
