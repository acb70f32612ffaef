int main(void) { char *error; return 0; }
