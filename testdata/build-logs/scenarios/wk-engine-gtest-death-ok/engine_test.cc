#include <gtest/gtest.h>
int rpm(int);
TEST(Engine, First) { EXPECT_EQ(rpm(1), 900); }
TEST(Engine, Neutral) { EXPECT_EQ(rpm(0), 0); }
TEST(EngineDeathTest, Negative) { EXPECT_DEATH(rpm(-1), "out of range"); }
TEST(Engine, DISABLED_Turbo) { FAIL() << "no turbo yet"; }
class Gears : public testing::TestWithParam<int> {};
TEST_P(Gears, Linear) { EXPECT_EQ(rpm(GetParam()) % 900, 0); }
INSTANTIATE_TEST_SUITE_P(All, Gears, testing::Values(1, 2, 3, 4, 5));
TEST(Engine, Skipped) { GTEST_SKIP() << "needs hardware"; }
