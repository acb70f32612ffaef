#include "area.hpp"
#include <string>
struct Circle {
    double radius;
    double area() const { return 3 * radius * radius; }
    std::string name() const { return "circle"; }
};
double circles() { return total(std::vector<Circle>{{1}, {2}}); }
