#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) { (void)argc; printf("error %s: failed to open, FAILED\n", argv[1]); return atoi(argv[1]) % 3 == 5; }
