/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Netlify, where its page explains a failure: "Line 61: text" of the lines that it shows; and what is copied from it. */
#include "prefixes.h"

static const char *const marks[] = {NULL};

/* A program may begin so a line of its own: the log's first one must, too. */
static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;
    uint64_t number;
    size_t end;

    if (!span_eat(&rest, "Line "))
        return false;
    end = span_find_byte(span_head(rest, sizeof "123456"), ':');
    if (!span_to_uint64(span_head(rest, end), &number))
        return false;
    rest = span_skip(rest, end);
    if (!span_eat(&rest, ": "))
        return false;
    prefixes->counted = prefixes->counted || !prefixes->begun;
    if (prefixes->counted)
        line->text = rest;
    return prefixes->counted;
}

const struct prefix_family prefix_netlify = {.name = "Netlify", .marks = marks, .eat = eat};
