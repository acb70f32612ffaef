#pragma once
#include <concepts>
#include <vector>

template <typename T>
concept Shape = requires(const T &shape) {
    { shape.area() } -> std::convertible_to<double>;
    { shape.name() } -> std::same_as<const char *>;
};

template <Shape T>
double total(const std::vector<T> &shapes)
{
    double sum = 0;
    for (const auto &shape : shapes)
        sum += shape.area();
    return sum;
}
