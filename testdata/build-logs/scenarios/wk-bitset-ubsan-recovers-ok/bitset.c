int bs_mask(int bit) { return 1 << bit; }
int bs_set(int *w, int bit) { *w |= bs_mask(bit & 31); return *w; }
int bs_count(unsigned w) { int n = 0; for (; w; w &= w - 1) n++; return n; }
