#include <string.h>
#include "yapc.h"
static struct sym table[] = {{"pi", 3}, {"e", 2}};
int lookup(const char *name)
{
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        if (!strcmp(table[i].name, name)) return table[i].value;
    return -1;
}
