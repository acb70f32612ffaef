int part1(int);
int part61(int);

int main(void) { return part1(0) + part61(0); }
