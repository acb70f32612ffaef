int size(int n, int unused) { return n; }
