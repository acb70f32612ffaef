#include <memory>
#include <string>
std::string part01();
struct server { virtual void run() = 0; };
int main()
{
    auto s = std::make_unique<server>();
    std::string name = part01().size;
    return 0;
}
