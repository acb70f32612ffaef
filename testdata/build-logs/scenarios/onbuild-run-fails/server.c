int main(void) { return listen_port(80) }
