#include <cstdio>
#include <cstring>
#include <vector>
static int unused(int x) { return x; }
int main(int argc, char **argv) {
    std::vector<unsigned char> v(10);
    for (int i = 0; i < v.size(); i++) v[i] = i * 3;
    if (argc < 2 || (strcmp(argv[1], "encode") && strcmp(argv[1], "decode"))) {
        std::fprintf(stderr, "codec: error: unknown command\n");
        return 2;
    }
    short s = v[3] * 1000;
    std::printf("%s %d\n", argv[1], s);
}
