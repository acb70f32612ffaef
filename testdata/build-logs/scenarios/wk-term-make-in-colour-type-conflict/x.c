int x(void) { int spare; return 0; }
