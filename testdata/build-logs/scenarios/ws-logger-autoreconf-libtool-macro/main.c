int log_line(void);
int main(void) { return log_line(); }
