#define LEVEL_ERROR 1
