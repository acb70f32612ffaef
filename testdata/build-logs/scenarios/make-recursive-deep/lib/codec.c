int decode(int x) { return x; }
