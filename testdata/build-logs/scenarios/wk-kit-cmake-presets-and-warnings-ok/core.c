int core(int n) { return n * n; }
