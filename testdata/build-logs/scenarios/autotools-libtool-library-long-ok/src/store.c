int store(int a) { return a - 1; }
