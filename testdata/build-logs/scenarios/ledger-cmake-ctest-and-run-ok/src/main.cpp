#include "account.hpp"
#include <iostream>

static int unused_errors = 0;

int main() {
    Account account("cash");
    for (std::string line; std::getline(std::cin, line);) {
        try {
            account.book(parse(line));
        } catch (const std::exception& error) {
            std::cerr << "error: " << error.what() << '\n';
        }
    }
    std::cout << report(account) << std::endl;
}
