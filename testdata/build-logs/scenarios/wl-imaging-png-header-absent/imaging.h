int scale(int, int); unsigned long sum(const unsigned char *, unsigned); int write_png(const char *);
