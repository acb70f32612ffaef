#include <stdlib.h>
int leak(int n) { char *p = malloc(n); if (n > 3) return 1; *p = 1; free(p); free(p); return 0; }
