#pragma once
#include <string>
#include <cstdint>
class Store { public: explicit Store(const std::string &dir); bool put(const std::string &k, const std::string &v); std::uint64_t compact(bool full); private: std::string dir_; };
class Index { public: int find(const std::string &k) const; };
