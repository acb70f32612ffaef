/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row_cost.h"

#include <stdint.h>

/* Of jansson 2.14 on a machine of 64 bits, with what malloc adds. */
#define COST_OF_OBJECT 256
#define COST_OF_MEMBER 96
#define COST_OF_ARRAY 128
#define COST_OF_ELEMENT 8
#define COST_OF_VALUE 64

size_t row_cost(const json_t *value)
{
    size_t cost = COST_OF_VALUE + json_string_length(value);
    const char *key;
    json_t *item;
    size_t i;

    if (json_is_object(value))
        cost = COST_OF_OBJECT;
    else if (json_is_array(value))
        cost = COST_OF_ARRAY;
    json_object_foreach ((json_t *)(uintptr_t)value, key, item)
        cost += COST_OF_MEMBER + row_cost(item);
    json_array_foreach (value, i, item)
        cost += COST_OF_ELEMENT + row_cost(item);
    return cost;
}
