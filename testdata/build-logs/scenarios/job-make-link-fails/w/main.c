int part1(void); int part7(int code);
int main(int argc, char **argv) { char *unused; return part1() + part7(3); }
