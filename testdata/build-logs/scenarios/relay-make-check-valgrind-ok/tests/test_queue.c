#include "relay.h"

#include <assert.h>

int main(void)
{
    struct message messages[] = {{"a", 1, 1}, {"b", 2, 3}, {"c", 3, 2}};
    queue_sort(messages, 3);
    assert(messages[0].priority == 3);
    assert(messages[2].priority == 1);
    assert(queue_bytes(messages, 3) == 6);
    return 0;
}
