#include "text.h"
#include <gtest/gtest.h>

class Pad : public testing::TestWithParam<int> {};
TEST_P(Pad, HasWidth) { EXPECT_EQ(pad("ab", GetParam()).size(), size_t(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Widths, Pad, testing::Range(2, 40));

class Wrap : public testing::TestWithParam<int> {};
TEST_P(Wrap, FitsIntoWidth)
{
    for (const auto &line : wrap("the quick brown fox jumps over the lazy dog", GetParam()))
        EXPECT_LE(line.size(), size_t(GetParam())) << "line: " << line;
}
INSTANTIATE_TEST_SUITE_P(Widths, Wrap, testing::Values(5, 8, 11, 12, 20, 60));

TEST(WrapEmpty, IsOneLine) { EXPECT_EQ(wrap("", 10).size(), 1u); }
TEST(WrapEmpty, DISABLED_IsNoLine) { EXPECT_TRUE(wrap("", 10).empty()); }
