#include "relay.h"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct message message;
    assert(message_parse(&message, "alarm 12 3") == 0);
    assert(strcmp(message.topic, "alarm") == 0);
    assert(message.size == 12 && message.priority == 3);
    assert(message_parse(&message, "alarm") == -1);
    return 0;
}
