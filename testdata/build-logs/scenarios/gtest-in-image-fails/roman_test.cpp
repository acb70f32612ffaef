#include <gtest/gtest.h>
#include <string>

static std::string roman(int n) {
    static const std::pair<int, const char *> digits[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {1, "I"}};
    std::string out;
    for (auto [value, text] : digits)
        for (; n >= value; n -= value) out += text;
    return out;
}
TEST(Roman, Small) { EXPECT_EQ(roman(3), "III"); }
TEST(Roman, Nine) { EXPECT_EQ(roman(9), "IX"); }
TEST(Roman, Four) { EXPECT_EQ(roman(4), "IV"); }
TEST(Roman, NegativeIsError) { EXPECT_EQ(roman(-1), ""); }
