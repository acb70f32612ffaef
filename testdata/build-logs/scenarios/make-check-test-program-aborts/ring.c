int next(int position, int size, int unused) { return (position + 1) % size; }
