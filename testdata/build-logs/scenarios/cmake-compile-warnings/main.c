int error1(int);

int main(void) { return error1(1); }
