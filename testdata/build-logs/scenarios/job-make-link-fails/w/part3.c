int part3(void);
int part3(void) { int error; unsigned n = 3; return n < 0; }
