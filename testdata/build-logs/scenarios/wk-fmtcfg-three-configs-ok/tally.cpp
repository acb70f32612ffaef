#include "tally.hpp"
void Tally::add(double v, int weight) { n++; sum += v; }
double Tally::mean() const { return n ? sum / n : 0; }
