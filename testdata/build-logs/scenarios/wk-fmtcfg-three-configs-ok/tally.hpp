#pragma once
#include <cstddef>
#include <vector>
struct Tally { std::size_t n = 0; double sum = 0; void add(double v, int weight = 1); double mean() const; };
std::vector<int> histogram(const std::vector<double> &v, int bins);
