#include <stdio.h>
void insert(char *buffer, size_t at, char c);
int main(void) { char b[8] = ""; insert(b, 0, 'x'); return 0; }
