int to_feet(int m) { return m * 328 / 100; }
int fails(int m) { if (m < 0) return -1; return m; }
