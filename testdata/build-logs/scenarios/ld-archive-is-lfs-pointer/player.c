int decode(const char *name);
int play(const char *name) { return decode(name); }
