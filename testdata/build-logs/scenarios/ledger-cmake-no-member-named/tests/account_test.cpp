#include "account.hpp"
#include <gtest/gtest.h>

TEST(Account, IsEmpty) { EXPECT_EQ(Account("a").balance(), 0); }

TEST(Account, SumsUp) {
    Account account("a");
    account.book({"rent", -500});
    account.book({"wage", 2000});
    EXPECT_EQ(account.balance(), 1500);
}

TEST(Account, RefusesEntriesWithoutText) {
    Account account("a");
    EXPECT_THROW(account.book({"", 1}), std::invalid_argument);
}

TEST(Account, Report) {
    Account account("cash");
    account.book({"tea", -3});
    EXPECT_EQ(report(account), "tea: -3\ncash: -3");
}
