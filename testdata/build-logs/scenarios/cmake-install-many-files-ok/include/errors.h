int errors(void);
