int error(long n) { return n; }
