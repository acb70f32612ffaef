#include <string>
#include <vector>

static std::vector<std::string> names;

void add(const char* name)
{
    names.push_back(name, 3);
}

int length() { return names.sizes(); }
