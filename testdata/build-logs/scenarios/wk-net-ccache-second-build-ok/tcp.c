int tcp(void) { int sockets; return 0; }
