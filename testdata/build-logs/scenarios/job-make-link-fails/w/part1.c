int part1(void);
int part1(void) { int error; unsigned n = 1; return n < 0; }
