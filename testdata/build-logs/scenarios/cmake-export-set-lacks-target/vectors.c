int vectors(void) { return 3; }
