#include <vector>
int wav() { std::vector<int> v(3); for (int i = 0; i < v.size(); i++) v[i] = i; return v[1]; }
