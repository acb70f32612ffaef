#include "account.hpp"
#include <gtest/gtest.h>

TEST(Parser, Amount) { EXPECT_EQ(parse("food and drink 12").cents, 12); }
TEST(Parser, Text) { EXPECT_EQ(parse("food and drink 12").text, "food and drink"); }
TEST(Parser, Negative) { EXPECT_EQ(parse("rent -500").cents, -500); }
TEST(Parser, ErrorWithoutAmount) { EXPECT_THROW(parse("rent"), std::invalid_argument); }
TEST(Parser, ErrorOfWords) { EXPECT_THROW(parse("rent much"), std::invalid_argument); }
