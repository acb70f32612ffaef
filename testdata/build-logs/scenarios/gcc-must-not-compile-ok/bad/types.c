struct a { int x; };
int f(void) { struct a a = {1}; return a; }
