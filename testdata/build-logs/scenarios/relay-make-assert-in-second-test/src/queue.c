#include "relay.h"

#include <stdlib.h>

void queue_sort(struct message *messages, size_t count)
{
    qsort(messages, count, sizeof *messages, message_compare);
}

size_t queue_bytes(const struct message *messages, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += messages[i].size;
    return sum;
}
