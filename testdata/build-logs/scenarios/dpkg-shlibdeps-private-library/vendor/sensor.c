int sensor(void) { return 42; }
