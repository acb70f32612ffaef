/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pem.h"

static bool has_fence(struct span line, const char *fence)
{
    size_t at = span_find(line, fence);

    return at < line.len && span_contains(span_skip(line, at), "PRIVATE KEY");
}

bool pem_begins(struct span line)
{
    return has_fence(line, PEM_MARK) && !pem_ends(line);
}

bool pem_ends(struct span line)
{
    return has_fence(line, "-----END ");
}

/* BuildKit's seconds are taken for a prefix only where they are known to be (prefixes.h). */
static struct span without_seconds(struct span line)
{
    size_t n = 0;

    while (n < line.len && ((line.data[n] >= '0' && line.data[n] <= '9') || line.data[n] == '.'))
        n++;
    return n && n < line.len && line.data[n] == ' ' ? span_skip(line, n + 1) : line;
}

bool pem_is_inside(struct span line)
{
    line = without_seconds(span_trim(line));
    return pem_ends(line) || span_starts_with(line, "Proc-Type: ") ||
           span_starts_with(line, "DEK-Info: ") || span_find_byte(line, ' ') == line.len;
}
