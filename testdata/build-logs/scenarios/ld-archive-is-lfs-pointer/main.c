int play(const char *name);
int main(int argc, char **argv) { return argc > 1 ? play(argv[1]) : 2; }
