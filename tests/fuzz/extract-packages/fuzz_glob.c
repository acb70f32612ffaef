/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line is a pattern, the rest a path. */
#include <stdint.h>
#include <stdlib.h>

#include "glob.h"
#include "limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span path = span_of((const char *)data, size);
    struct span pattern = span_of(NULL, 0);

    if (size > LIMIT_PATH || !span_next_line(&path, &pattern))
        return 0;
    glob_excludes(pattern, path);
    /* Everything fits this one. */
    if (!glob_excludes(SPAN_LITERAL("/**"), path))
        abort();
    return 0;
}
