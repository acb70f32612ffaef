#include "meter.h"
#include <algorithm>
double median(std::vector<Reading> readings) {
    std::sort(readings.begin(), readings.end(), [](auto& a, auto& b) { return a.value < b.value; });
    return readings.at(readings.size() / 2).value;
}
