#include "route.h"
double length(const std::vector<Stop> &stops, bool closed) {
    double sum = 0;
    for (int i = 0; i < stops.size(); ++i) sum += stops[i].km;
    return closed ? sum + stops.front().km : sum;
}
