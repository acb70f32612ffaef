int encode(int x) { return x + 64; }
