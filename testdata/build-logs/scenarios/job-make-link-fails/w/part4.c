int part4(void);
int part4(void) { int error; unsigned n = 4; return n < 0; }
