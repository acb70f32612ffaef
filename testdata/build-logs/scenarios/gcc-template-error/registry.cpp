#include <algorithm>
#include <list>
#include <string>
#include <vector>

struct Entry { std::string name; int uses; };

void order(std::list<Entry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](auto &a, auto &b) { return a.uses < b.uses; });
}
