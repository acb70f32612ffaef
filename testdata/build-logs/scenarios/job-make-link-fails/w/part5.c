int part5(void);
int part5(void) { int error; unsigned n = 5; return n < 0; }
