int parse(const char *text) { int error; unsigned n = 0; for (int i = 0; i < n; i++) { int n = text[i]; (void)n; } return text ? 0 : 1; }
