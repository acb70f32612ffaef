int pack(void) { return 3; }
