#include <lua.h>
int main(void) { return 0; }
