int fifo_error_count(void) { return 0; }
