int rle_len(const char *);
int main(int c, char **v) { return c > 1 ? rle_len(v[1]) & 1 : 0; }
