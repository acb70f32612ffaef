#include "store.h"
#include <cstdio>
int main() { Store s("/tmp"); s.put("a", "b"); std::printf("%llu\n", (unsigned long long)s.compact(true)); }
