#include <cstdlib>
#include <stdexcept>
#include <string>

static std::string table_name()
{
    const char *name = std::getenv("PRICING_TABLE");
    if (!name)
        throw std::runtime_error("PRICING_TABLE is not set");
    return name;
}

extern const std::string table;
const std::string table = table_name();

int price(int n) { return n * 3; }
