void greet(void);
int main(void) { greet(); int unused; return 0; }
