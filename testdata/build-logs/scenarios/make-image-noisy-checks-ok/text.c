#include <stdio.h>

int text(const char *s) {
    for (int n = 0; n < 20; n++) printf("%s %d: error message is as expected\n", s, n);
    return 0;
}
