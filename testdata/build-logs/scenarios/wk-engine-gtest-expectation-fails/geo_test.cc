#include <gtest/gtest.h>
#include <string>
#include <vector>
static std::string format(double lat) { char b[32]; snprintf(b, sizeof b, "%.3f", lat); return b; }
static std::vector<int> tiles(int z) { std::vector<int> t; for (int i = 0; i < z; ++i) t.push_back(i); return t; }
TEST(Format, Integer) { EXPECT_EQ(format(48), "48.000"); }
TEST(Format, SixDigits) { EXPECT_EQ(format(48.2082), "48.208200") << "since RFC 7946 we print six"; }
TEST(Tiles, Zoom) { EXPECT_EQ(tiles(3).size(), 3u); }
TEST(Tiles, FourPerLevel) { ASSERT_EQ(tiles(1).size(), 4u); }
TEST(Zz, Last) { SUCCEED(); }
TEST(Zz, Slow) { for (int i = 0; i < 5; ++i) EXPECT_LT(i, 5); }
