static const char digits[] = "0123456789abcdef";
char hex_digit(int n) { return digits[n & 15]; }
