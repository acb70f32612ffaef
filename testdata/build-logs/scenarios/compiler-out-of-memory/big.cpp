template <int A, int B> struct Pair { static const int value = Pair<A - 1, B>::value | Pair<A, B - 1>::value; };
template <int B> struct Pair<0, B> { static const int value = 1; };
template <int A> struct Pair<A, 0> { static const int value = 1; };
#include <map>
#include <regex>
#include <string>
int x = Pair<420, 420>::value;
