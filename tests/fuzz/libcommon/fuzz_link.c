/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "limits.h"
#include "link_header.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is found becomes a request: it is a part of the header, and holds nothing that ends a line. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span header = span_of((const char *)data, size);
    struct error err = {0};
    struct span target;
    bool done;

    if (size > LIMIT_HTTP_HEADER)
        return 0;
    done = link_header_next(header, &target, &err);
    if (done == error_is_set(&err) || (!done && target.len))
        abort();
    if (target.len && (target.data < header.data || target.data + target.len > header.data + size))
        abort();
    for (size_t i = 0; i < target.len; i++)
        if ((unsigned char)target.data[i] <= ' ' || target.data[i] == 0x7f)
            abort();
    return 0;
}
