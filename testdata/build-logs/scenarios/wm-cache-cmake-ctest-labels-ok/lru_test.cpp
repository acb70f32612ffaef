#include <cstdio>
int size(int, int);
int main(int, char **argv) { std::printf("%s: %d\n", argv[1], size(1, 2)); return size(1, 0) != 1; }
