int fifo_error_count(void);
int uart_errors(void) { int fatal; return fifo_error_count(); }
