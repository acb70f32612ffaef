#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct vec { int *p; size_t n; };
static struct vec mk(size_t n) { struct vec v = { calloc(n, sizeof(int)), n }; return v; }
static struct vec copy(const struct vec *v) { struct vec w = mk(v->n); for (size_t i = 0; i <= v->n; i++) { int x = v->p[i]; if (i < v->n) w.p[i] = x; else if (x == 12345) puts("sentinel"); } return w; }
int main(int c, char **a)
{
    struct vec v = mk(4);
    printf("vec of %zu, test %s\n", v.n, a[1]);
    if (!strcmp(a[1], "copy")) { struct vec w = copy(&v); free(w.p); }
    if (!strcmp(a[1], "grow")) v.p = realloc(v.p, 64);
    free(v.p);
    return 0;
}
