#include "store.h"
Store::Store(const std::string &dir) : dir_(dir) {}
bool Store::put(const std::string &k, const std::string &v) { return !k.empty() && v.size() < 4096; }
