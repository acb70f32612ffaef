int hours(int seconds);
int hours(int seconds) { int unused = 1; return seconds / 3600; }
