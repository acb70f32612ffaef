int error_count(int);
int main(void) { error_count(1); return 4; }
