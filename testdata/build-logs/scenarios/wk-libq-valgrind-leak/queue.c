#include <stdlib.h>
#include <string.h>
#include "queue.h"
struct node *push(struct node *head, const char *name)
{
    struct node *n = malloc(sizeof *n);
    n->name = strdup(name);
    n->next = head;
    return n;
}
struct node *pop(struct node *head)
{
    struct node *next = head->next;
    free(head);
    return next;
}
