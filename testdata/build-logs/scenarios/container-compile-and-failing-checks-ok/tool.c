#include <stdio.h>
int main(int argc, char **argv) { int x; fprintf(stderr, "tool: error while opening /dev/kvm: No such file or directory\n"); return 3; }
