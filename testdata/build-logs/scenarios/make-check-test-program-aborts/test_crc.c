#include <stdio.h>
unsigned crc(const char *text);
int main(void) { printf("crc: %s\n", crc("a") == 97 ? "PASS" : "FAIL"); return 0; }
