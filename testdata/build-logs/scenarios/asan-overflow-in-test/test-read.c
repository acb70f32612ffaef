#include <stdlib.h>
#include <string.h>
static int sum(const char *p, int n) { int s = 0; for (int i = 0; i <= n; i++) s += p[i]; return s; }
int main(void) { char *p = malloc(16); memset(p, 1, 16); int s = sum(p, 16); free(p); return s == 16 ? 0 : 1; }
