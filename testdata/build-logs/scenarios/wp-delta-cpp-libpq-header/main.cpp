#include <fmt/core.h>
int connect_db(const char *);
int main(int argc, char **argv) { fmt::print("{}\n", connect_db(argv[argc - 1])); }
