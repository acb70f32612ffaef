int numbers(const char *s) {
    unsigned n = 3;
    return s && (int)n < 0 ? 1 : n > -1;
}
