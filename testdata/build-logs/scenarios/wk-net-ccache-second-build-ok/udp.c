int udp(void) { return 0; }
