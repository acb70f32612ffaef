#define MAX_ERORRS 16
