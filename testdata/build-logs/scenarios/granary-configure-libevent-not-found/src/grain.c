#include "grain.h"

#include <string.h>

static const struct { const char *name; int weight; } GRAINS[] = {{"rye", 720}, {"oats", 500}, {"wheat", 780}};

int grain_weight(const char *name)
{
    for (unsigned i = 0; i < sizeof GRAINS / sizeof *GRAINS; i++)
        if (strcmp(GRAINS[i].name, name) == 0)
            return GRAINS[i].weight;
    return -1;
}

int grain_known(const char *name)
{
    return grain_weight(name) >= 0;
}
