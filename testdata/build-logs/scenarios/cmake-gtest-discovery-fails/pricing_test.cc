#include <gtest/gtest.h>
#include <string>
int price(int n);
extern const std::string table;
TEST(Price, Three) { EXPECT_EQ(price(1), 3); }
TEST(Price, Table) { EXPECT_FALSE(table.empty()); }
