#include <numa-example.h>
int main(void) { return 0; }
