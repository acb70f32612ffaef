int noise() { int seed; unsigned n = 3; return n > -1 ? 1 : 0; }
