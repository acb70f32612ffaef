#include <stdio.h>
int main(int argc, char **argv) { (void)argv; printf("%d\n", 1 << (argc + 40)); return 0; }
