int push(int);
int main(void) { return push(1); }
