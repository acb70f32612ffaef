int error0(int x) { return x; }
