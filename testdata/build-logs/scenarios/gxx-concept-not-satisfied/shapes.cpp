#include "area.hpp"
struct Square {
    double side;
    double area() const { return side * side; }
    const char *name() const { return "square"; }
};
double squares() { return total(std::vector<Square>{{1}, {2}}); }
