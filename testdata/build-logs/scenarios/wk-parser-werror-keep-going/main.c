#include <stdio.h>
#include "yapc.h"
int main(void) { printf("%d\n", parse("a+1")); return 0; }
