#include <gtest/gtest.h>
#include <map>
#include <string>

static int lookup(const std::string &key)
{
    static const std::map<std::string, int> table = {{"one", 1}, {"two", 2}};
    return table.at(key);
}

TEST(Table, One) { EXPECT_EQ(lookup("one"), 1); }
TEST(Table, Two) { EXPECT_EQ(lookup("two"), 2); }
TEST(Table, Three) { EXPECT_EQ(lookup("three"), 3); }
