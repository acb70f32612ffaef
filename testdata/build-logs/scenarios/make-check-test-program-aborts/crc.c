unsigned crc(const char *text) { unsigned sum = 0; while (*text) sum = sum * 31 + *text++; return sum; }
