/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kept.h"

#include <stdlib.h>

#include "xalloc.h"

void *kept_take(struct kept *kept, void *memory)
{
    XGROW(kept->items, kept->count, kept->capacity);
    kept->items[kept->count++] = memory;
    return memory;
}

void kept_free(struct kept *kept)
{
    for (size_t i = 0; i < kept->count; i++)
        free(kept->items[i]);
    free(kept->items);
}
