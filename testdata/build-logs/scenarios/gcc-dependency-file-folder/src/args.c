int args(int count) { return count - 1; }
