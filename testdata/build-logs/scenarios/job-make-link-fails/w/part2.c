int part2(void);
int part2(void) { int error; unsigned n = 2; return n < 0; }
