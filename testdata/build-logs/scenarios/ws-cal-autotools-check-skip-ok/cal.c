#include <stdio.h>
int main(int argc, char **argv) { char b[4]; if (argc > 1) { sprintf(b, "%s", argv[1]); fprintf(stderr, "error: bad date\n"); return 2; } puts("ok"); return 0; }
