#include "store.h"
int Index::find(const std::string &k) const { return k.size() % 7; }
