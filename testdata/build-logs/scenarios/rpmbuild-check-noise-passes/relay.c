int main(int argc, char **argv) { char *p; (void)argv; return argc > 1; }
