long simd_add(long a, long b) { return a + b; }
