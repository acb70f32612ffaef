/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "logged.h"

#include "neighbours.h"
#include "wording.h"

/* React's warnings bring a stack of components with them. */
#define LOGGED_LINES 64
/* Its headings have two or four blanks, and what was logged two more. */
#define HEADING_LEAST 2
#define HEADING_MOST 4

static bool is_heading(struct span text)
{
    static const char *const words[] = {"console.error", "console.warn",  "console.log",
                                        "console.info",  "console.debug", NULL};

    for (const char *const *word = words; *word; word++) {
        if (span_equal_string(span_trim(text), *word))
            return true;
    }
    return false;
}

bool logged_by_tested(const struct analysis *a, const struct log_line *line)
{
    struct log_line at = *line;
    size_t indent = wording_run(line->text, wording_is_blank);
    struct span text;

    if (indent < HEADING_LEAST + 2)
        return false;
    for (int i = 0; i < LOGGED_LINES && neighbour_step(a, window_before, &at, &text); i++) {
        size_t n = wording_run(text, wording_is_blank);

        if (span_trim(text).len == 0)
            continue;
        if (is_heading(text))
            return n <= HEADING_MOST && n < indent;
        if (n < HEADING_LEAST + 2)
            return false;
    }
    return false;
}
