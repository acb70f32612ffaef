#include "relay.h"

#include <stdio.h>

int main(void)
{
    struct message messages[16];
    size_t count = 0;
    char line[128];
    while (count < 16 && fgets(line, sizeof line, stdin))
        if (message_parse(&messages[count], line) == 0)
            count++;
        else
            fprintf(stderr, "error: bad line: %s", line);
    queue_sort(messages, count);
    for (size_t i = 0; i < count; i++)
        printf("%08x %s\n", checksum(messages[i].topic), messages[i].topic);
    printf("%zu bytes\n", queue_bytes(messages, count));
    return 0;
}
