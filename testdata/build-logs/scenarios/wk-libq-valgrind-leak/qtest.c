#include <stdio.h>
#include "queue.h"
static int n;
static int check(int ok, const char *what) { printf("%s %d - %s\n", ok ? "ok" : "not ok", ++n, what); return ok; }
int main(void)
{
    int good = 1;
    struct node *q = NULL;
    q = push(q, "alpha");
    q = push(q, "beta");
    good &= check(q->name[0] == 'b', "last in first");
    q = pop(q);
    good &= check(q->name[0] == 'a', "pop");
    q = pop(q);
    good &= check(q == NULL, "empty again");
    good &= check(valid_name("abc1"), "valid name");
    good &= check(!valid_name("a b"), "invalid name");
    printf("1..%d\n", n);
    return !good;
}
