#include <errno.h>
#include <math.h>
#include <string.h>

int main(void) { return strlen(strerror(errno)) == (size_t)floor(0.5); }
