#include <stdio.h>
int main(void) { printf("app with zephyr %s\n", VERSION); return 0; }
