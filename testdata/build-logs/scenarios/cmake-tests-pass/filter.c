#include <stdio.h>
int main(int argc, char **argv) { printf("filter: error %s was filtered\n", argc > 1 ? argv[1] : "(none)"); return argc < 2; }
