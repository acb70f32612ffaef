#include "fmtcfg.hpp"
#include <iostream>
using namespace fmtcfg;
static int failures;
#define EQ(a, b) do { auto x = (a); decltype(x) y = (b); if (x != y) { ++failures; \
    std::cerr << __FILE__ << ":" << __LINE__ << ": expected [" << y << "] but got [" << x << "]\n"; } } while (0)
int main(int argc, char **argv)
{
    std::string t = argv[1];
    std::cout << "running " << t << "\n";
    if (t == "empty") EQ(parse("").size(), size_t(0));
    if (t == "comment") EQ(parse("# a = b").size(), size_t(0));
    if (t == "pair") EQ(parse("a=b")["a"], std::string("b"));
    if (t == "spaces") EQ(parse("  a  =  b ")["a"], std::string("b"));
    if (t == "quotes") { std::cout << "quoted values keep their spaces\n"; EQ(parse("a = \" b \"")["a"], std::string(" b ")); }
    if (t == "sections") EQ(parse("[s]\na=b")["s.a"], std::string("b"));
    if (t == "roundtrip") EQ(render(parse("a=b")), std::string("a = b\n"));
    return failures ? 1 : 0;
}
