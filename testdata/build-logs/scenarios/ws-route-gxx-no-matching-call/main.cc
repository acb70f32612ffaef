#include "route.h"
#include <algorithm>
#include <iostream>
int main() {
    std::vector<Stop> stops{{"a", 1}, {"b", 2.5}};
    std::sort(stops.begin(), stops.end(), [](const Stop &l, const Stop &r) { return l.km < r.km; });
    std::cout << length(stops) << '\n';
}
