void reset(void) {}
