#include "account.hpp"
#include <sstream>

std::string report(const Account& account) {
    std::ostringstream out;
    for (const auto& entry : account.entries()) out << entry.text << " = " << entry.cents << '\n';
    out << account.name() << ": " << account.balance();
    return out.str();
}
