#include <stdio.h>
#include <string.h>
int tiles_at(int); int neighbours(int);
int main(int c, char **v)
{
    if (!strcmp(v[1], "area")) return tiles_at(4) != 16;
    if (!strcmp(v[1], "neighbours")) return neighbours(2) != 8;
    if (!strcmp(v[1], "bad_zoom")) return tiles_at(40) < 0;
    FILE *f = fopen("/tmp/flaky", "r");
    if (f) { puts("flaky: settled"); return 0; }
    f = fopen("/tmp/flaky", "w"); fputs("1", f); fclose(f);
    puts("flaky: FAILED to settle");
    return 1;
}
