#include <ctype.h>
#include "queue.h"
int valid_name(const char *s)
{
    for (; *s; s++)
        if (!isalnum((unsigned char)*s))
            return 0;
    return 1;
}
