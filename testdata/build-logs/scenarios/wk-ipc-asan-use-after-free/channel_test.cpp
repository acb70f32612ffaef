#include "channel.hpp"
#include <iostream>
int main(int, char **argv)
{
    std::string t = argv[1];
    Channel c;
    c.open();
    c.send("ping");
    if (t == "recv" && c.recv() != "ping") return 1;
    if (t == "close") c.close();
    if (t == "reopen") { c.close(); c.open(); c.send("a long message that needs the heap"); std::cout << c.recv() << "\n"; }
    return 0;
}
