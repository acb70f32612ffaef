#include <map>
#include <string>
#include <string_view>

int main()
{
    std::map<std::string, int> counts{{"a", 1}};
    for (auto [name, n] : counts)
        if (std::string_view{name}.starts_with("a"))
            return n;
}
