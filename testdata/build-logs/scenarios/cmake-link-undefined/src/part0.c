int part0(int x) { return x; }
