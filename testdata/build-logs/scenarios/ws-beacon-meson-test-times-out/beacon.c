int beacon(int n) { return n; }
