#include <string.h>
int parse(const char *text);
int report(int unused);
int main(int argc, char **argv) { if (argc > 1 && strcmp(argv[1], "--fail") == 0) return report(1); return parse(""); }
