#include "relay.h"

#include <stdlib.h>

void queue_sort(struct message *messages, size_t count)
{
    qsort(messages, count, sizeof *messages, message_compare);
}

size_t queue_bytes(const struct message *messages, size_t count)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += messages[i].size;
    return (unsigned)sum;
}
