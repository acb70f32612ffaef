int area_square(int a) { return a * a; }
int area_rectangle(int a, int b) { return a * b; }
const char *area_version(void) { return "1.3"; }
