double period(double axis);
int main(int argc, char **argv) { (void)argv; return period(argc) > 9; }
