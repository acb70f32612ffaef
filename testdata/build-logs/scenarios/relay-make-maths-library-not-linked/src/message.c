#include "relay.h"

#include <stdio.h>

int message_parse(struct message *message, const char *line)
{
    return sscanf(line, "%31s %zu %d", message->topic, &message->size, &message->priority) == 3 ? 0 : -1;
}

int message_compare(const void *a, const void *b)
{
    const struct message *first = a, *second = b;
    return second->priority - first->priority;
}
