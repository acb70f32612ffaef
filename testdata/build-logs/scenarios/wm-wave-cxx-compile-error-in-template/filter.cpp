#include <map>
#include <string>
#include <algorithm>
#include <vector>
struct Band { int low, high; };
int filter() {
    std::vector<Band> bands{{1, 2}, {3, 4}};
    std::sort(bands.begin(), bands.end());
    return bands.front().low;
}
