#include <stdio.h>
int main(int argc, char **argv) { return puts("hello, fatal world") < 0; }
