#include <stdio.h>
#include <time.h>
int error(long);
int main(void) { int now = time(NULL); printf("report: %d failures at %d\n", error(0), now > 0); return 0; }
