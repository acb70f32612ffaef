int args(int count);
int main(int argc, char **argv) { (void)argv; return args(argc) > 3; }
