/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "neighbours.h"

/* Between two lines that belong together are no more blank ones. */
#define BLANK_LINES 16

bool neighbour_step(const struct analysis *a, step_in_window *next, struct log_line *at,
                    struct span *ret_text)
{
    struct prefixes prefixes = a->prefixes;
    struct log_line bare;

    if (!next(log_reader_window(a->reader), at, at))
        return false;
    bare = *at;
    prefixes_split(&prefixes, &bare);
    *ret_text = bare.text;
    return true;
}

struct span neighbour_text(const struct analysis *a, const struct log_line *line,
                           step_in_window *next, bool blank)
{
    struct log_line at = *line;
    struct span text;

    for (int i = 0; i < BLANK_LINES && neighbour_step(a, next, &at, &text); i++) {
        if (blank || span_trim(text).len)
            return text;
    }
    return (struct span){0};
}
