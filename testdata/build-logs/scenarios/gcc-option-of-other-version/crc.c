unsigned crc(unsigned value) { return value ^ 0xffffffffu; }
