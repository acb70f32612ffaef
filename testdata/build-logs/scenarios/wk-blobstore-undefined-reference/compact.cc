#include "store.h"
// takes the threshold since 2.0
std::uint64_t compact_all(Store &s, int threshold) { return s.put("k", "v") ? threshold : 0; }
