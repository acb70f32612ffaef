#include <stdio.h>
char *copy(const char *);
int main(void) { puts(copy("x")); }
