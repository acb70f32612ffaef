int level(const char *name);
void error(const char *text);
