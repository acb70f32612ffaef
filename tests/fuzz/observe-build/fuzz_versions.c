/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "TYPE\nA\nB" through the order of that type: it must be the opposite one for B and A. */
#include <stdint.h>
#include <stdlib.h>

#include "version_order.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int sign(int order)
{
    return (order > 0) - (order < 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span rest = span_of((const char *)data, size);
    struct span type;
    struct span a;
    struct span b = span_of(NULL, 0);
    int order;
    int back;

    if (!span_next_line(&rest, &type) || !span_next_line(&rest, &a))
        return 0;
    span_next_line(&rest, &b);
    if (!version_compare(type, a, b, &order))
        return 0;
    if (!version_compare(type, b, a, &back) || sign(order) != -sign(back))
        abort();
    return 0;
}
