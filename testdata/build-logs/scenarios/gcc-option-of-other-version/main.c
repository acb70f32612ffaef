unsigned crc(unsigned value);
int main(void) { return (int)crc(0) == 0; }
