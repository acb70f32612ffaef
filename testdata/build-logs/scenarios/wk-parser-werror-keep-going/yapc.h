enum tok { T_EOF, T_ID, T_NUM, T_OP };
struct sym { const char *name; int value; };
int lex(const char **p);
int parse(const char *s);
int emit(int op);
int lookup(const char *name);
int depth(int n);
