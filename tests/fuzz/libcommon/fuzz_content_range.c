/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content_range.h"
#include "limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Two numbers of 8 bytes, then the header: what is taken for the rest says so, in these very numbers. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char first_text[32], last_text[32];
    uint64_t first, whole;
    struct span header;

    if (size < 16 || size > LIMIT_HTTP_HEADER)
        return 0;
    memcpy(&first, data, 8);
    memcpy(&whole, data + 8, 8);
    header = span_of((const char *)data + 16, size - 16);
    if (!content_range_is_rest(header, first, whole))
        return 0;
    snprintf(first_text, sizeof first_text, "%" PRIu64 "-", first);
    snprintf(last_text, sizeof last_text, "%" PRIu64 "/", whole - 1);
    if (!whole || first >= whole || !span_contains(header, first_text) ||
        !span_contains(header, last_text))
        abort();
    return 0;
}
