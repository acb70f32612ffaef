int seed = 7;
int hash(int x) { return x * seed; }
