#include <stdio.h>
int main(int argc, char **argv) { int never; char b[4]; snprintf(b, sizeof b, "%s", "ok"); printf("w: %s\n", b); return 0; }
