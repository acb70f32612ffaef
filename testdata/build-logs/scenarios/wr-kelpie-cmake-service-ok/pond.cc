int pond(int depth) { int unused; return depth; }
