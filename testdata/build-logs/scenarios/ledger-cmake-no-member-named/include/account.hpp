#pragma once
#include <stdexcept>
#include <string>
#include <vector>

struct Entry {
    std::string text;
    long cents = 0;
};

class Account {
public:
    explicit Account(std::string name) : name_(std::move(name)) {}
    void book(const Entry& entry);
    long balance() const;
    const std::string& name() const { return name_; }
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::string name_;
    std::vector<Entry> entries_;
};

Entry parse(const std::string& line);
std::string report(const Account& account);
