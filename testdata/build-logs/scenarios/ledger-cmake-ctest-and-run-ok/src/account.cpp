#include "account.hpp"
#include <numeric>

void Account::book(const Entry& entry) {
    if (entry.text.empty()) throw std::invalid_argument("an entry needs a text");
    entries_.push_back(entry);
}

long Account::balance() const {
    return std::accumulate(entries_.begin(), entries_.end(), 0L, [](long sum, const Entry& entry) { return sum + entry.cents; });
}
