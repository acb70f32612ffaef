int fade(int a) { return a; }
