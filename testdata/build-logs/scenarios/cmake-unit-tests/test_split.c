#include <assert.h>
int split(const char *s, char c);
int main(void) { assert(split("a,b,c", ',') == 3); return 0; }
