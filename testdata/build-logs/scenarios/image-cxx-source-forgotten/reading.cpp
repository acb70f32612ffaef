#include "meter.h"
#include <fstream>
std::vector<Reading> read_all(const std::string& path) {
    std::ifstream in(path);
    std::vector<Reading> all;
    Reading r;
    int errors;
    while (in >> r.when >> r.value) all.push_back(r);
    return all;
}
