#include <cstdio>
#include <cstring>
int pond(int depth);
int main(int argc, char **argv) {
    char name[4];
    strncpy(name, "kelpie", 4);
    if (argc < 2) { fprintf(stderr, "error: no depth\n"); return 1; }
    for (int i = 0; i < argc; ++i) if (i > sizeof(name)) return pond(i);
    return pond(argc) - 2;
}
