double mean(const double *v, int n);
int clampi(int lo, int v, int hi);
