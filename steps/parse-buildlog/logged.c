/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "logged.h"

#include "neighbours.h"

/* React's warnings bring a stack of components with them. */
#define LOGGED_LINES 64
/* Jest's indentation of what was logged; its headings have less. */
#define LOGGED_INDENT 4

static size_t indent_of(struct span text)
{
    size_t n = 0;

    while (n < text.len && text.data[n] == ' ')
        n++;
    return n;
}

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
    struct span text;

    if (indent_of(line->text) < LOGGED_INDENT)
        return false;
    for (int i = 0; i < LOGGED_LINES && neighbour_step(a, window_before, &at, &text); i++) {
        if (span_trim(text).len && indent_of(text) < LOGGED_INDENT)
            return is_heading(text);
    }
    return false;
}
