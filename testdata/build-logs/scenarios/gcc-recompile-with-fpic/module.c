void table(void);
void init_table(void) { table(); }
