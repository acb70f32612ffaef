#include "money.h"
long cents(long whole, long part) { return whole * 100 + part; }
