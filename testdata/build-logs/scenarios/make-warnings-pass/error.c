int error(void) { int fatal; return 1; }
int main(void) { return 0; }
