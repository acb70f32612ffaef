void error_at(int line, const char *text);
int main(int argc, char **argv) { if (argc < 0) error_at(__LINE__, "fatal error"); return 0; }
