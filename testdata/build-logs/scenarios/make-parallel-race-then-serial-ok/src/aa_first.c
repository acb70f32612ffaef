#include "version.h"
#include <stdio.h>
const char *version(void);
int main(int argc, char **argv) { printf("%s %s\n", VERSION, version()); return 0; }
