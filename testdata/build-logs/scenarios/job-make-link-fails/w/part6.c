int part6(void);
int part6(void) { int error; unsigned n = 6; return n < 0; }
