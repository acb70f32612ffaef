#include <errno.h>
#include <stdio.h>
#include <string.h>

static int parse(const char *s) { if (!*s) { errno = EINVAL; return -1; } return (int)strlen(s); }

int main(void)
{
    int failed = 0;
    for (int i = 0; i < 110; i++) {
        errno = 0;
        int ok = i % 11 ? parse("abc") == 3 : parse("") == -1;
        printf("%s %d - parse %s%s\n", ok ? "ok" : "not ok", i + 1, i % 11 ? "text" : "nothing: ", errno ? strerror(errno) : "");
        failed += !ok;
    }
    printf("1..110\n# failed %d\n", failed);
    return failed;
}
