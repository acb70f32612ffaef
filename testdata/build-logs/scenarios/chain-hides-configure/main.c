#include <event.h>
int main(void) { return 0; }
