int vectors(void);
int mesh(void) { return vectors(); }
