int f(void) { return undeclared + missing(1); }
