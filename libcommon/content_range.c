/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_range.h"

static bool is_number(struct span text, uint64_t wanted)
{
    uint64_t found;

    return span_to_uint64(text, &found) && found == wanted;
}

bool content_range_is_rest(struct span header, uint64_t first, uint64_t size)
{
    struct span rest = span_trim(header);
    struct span begin;
    struct span end;

    if (first >= size || !span_eat(&rest, "bytes "))
        return false;
    return span_split(&rest, '-', &begin) && span_split(&rest, '/', &end) &&
           is_number(begin, first) && is_number(end, size - 1) &&
           (span_equal_string(rest, "*") || is_number(rest, size));
}
