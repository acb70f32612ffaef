static int items[4], count;
int push(int n) { if (count > 4) return -1; items[count++] = n; return 0; }
int pop(void) { return count ? items[--count] : -1; }
