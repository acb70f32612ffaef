int store(int);
int main(void) { return store(1); }
