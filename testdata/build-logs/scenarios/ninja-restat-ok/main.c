#include <stdio.h>
#include <string.h>
int report(const char *name);
int main(int argc, char **argv) { char unused[8]; return report(argc > 1 ? argv[1] : "none"); }
