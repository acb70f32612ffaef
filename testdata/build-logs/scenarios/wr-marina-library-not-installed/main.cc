int hull(int unused);
int main(int argc, char **argv) { return hull(argc) - 1; }
