#include <assert.h>
#include <stdio.h>

int frame(FILE *in) {
    char head[4];
    size_t got = fread(head, 1, sizeof head, in);
    assert(got == sizeof head);
    return head[0];
}
