#include "tally.hpp"
std::vector<int> histogram(const std::vector<double> &v, int bins)
{
    std::vector<int> h(bins);
    for (int i = 0; i < v.size(); ++i) {
        int b = int(v[i] * bins);
        h[b < 0 ? 0 : b >= bins ? bins - 1 : b]++;
    }
    return h;
}
