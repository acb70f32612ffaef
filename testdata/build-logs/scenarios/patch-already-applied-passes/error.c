int limit = 20;
int retries = 3;
int error(void) { return limit; }
