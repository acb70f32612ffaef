double det(const double (&)[4]);
int main(int argc, char **argv) { double m[4] = {1, 0, 0, 1}; return argc > 1 || det(m) != 1; }
