int lex(const char *s) { unsigned i; int n = 0, unused; for (i = 0; i < n; i++) ; return (*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z'); }
