#include <assert.h>
#include <string.h>
const char *trim(const char *s);
int main(void) { assert(strcmp(trim("  a"), "a") == 0); return 0; }
