int ring(int n) { return n % 8; }
