int main(void) { extern int lex(void); return lex(); }
