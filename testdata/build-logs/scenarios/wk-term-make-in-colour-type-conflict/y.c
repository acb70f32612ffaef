long size(void);
int size(void) { return 1; }
