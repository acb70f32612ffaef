#include "store.h"
#include <cstdio>
int main() { Index i; std::printf("%d\n", i.find("a")); }
