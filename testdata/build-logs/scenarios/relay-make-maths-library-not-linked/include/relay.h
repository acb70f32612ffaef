#ifndef RELAY_H
#define RELAY_H
#include <stddef.h>

struct message {
    char topic[32];
    size_t size;
    int priority;
};

int message_parse(struct message *message, const char *line);
int message_compare(const void *a, const void *b);
void queue_sort(struct message *messages, size_t count);
size_t queue_bytes(const struct message *messages, size_t count);
unsigned checksum(const char *text);

#endif
