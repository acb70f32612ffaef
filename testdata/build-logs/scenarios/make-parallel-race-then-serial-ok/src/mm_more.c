int more(int a, unsigned b) { return a < b; }
