#include <gtest/gtest.h>
#include <string>

static std::string clock(int minutes)
{
    auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

class Hours : public testing::TestWithParam<int> {};
TEST_P(Hours, AreWritten) { EXPECT_EQ(clock(GetParam() * 60).substr(2), ":00"); }
INSTANTIATE_TEST_SUITE_P(All, Hours, testing::Range(0, 30));

TEST(Clock, Midnight) { EXPECT_EQ(clock(0), "00:00"); }
TEST(Clock, WrapsAfterADay) { EXPECT_EQ(clock(25 * 60), "01:00"); }
TEST(Clock, ErrorIsNotThrown) { EXPECT_NO_THROW(clock(-1)); }
