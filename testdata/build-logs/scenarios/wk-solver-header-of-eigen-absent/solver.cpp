#include <iostream>
#include <Eigen/Dense>
double norm(const double *, int);
int main()
{
    Eigen::Vector2d v(3, 4);
    std::cout << norm(v.data(), 2) << "\n";
}
