/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jenkins: "[2024-05-01T10:00:00.500Z] text" in pipelines, "10:00:00 text" by its timestamper;
 * and a build within Maven's: "10:00:00,500 [INFO] text".
 */
#include "prefixes.h"
#include "timestamp.h"

static const char *const marks[] = {NULL};

static bool eat_bracket(struct log_line *line)
{
    struct span rest = span_skip(line->text, 1);
    size_t n = timestamp_length(rest, &line->time);

    rest = span_skip(rest, n);
    if (n == 0 || !span_eat(&rest, "]"))
        return false;
    span_eat(&rest, " ");
    line->text = rest;
    return true;
}

/* Of Maven's own levels only the one is taken off that says nothing. */
static bool eat_clock(struct log_line *line)
{
    struct span rest;
    int64_t time;
    size_t n = timestamp_clock_length(line->text, &time);

    if (n == 0 || (n < line->text.len && line->text.data[n] != ' '))
        return false;
    rest = span_skip(line->text, n + 1);
    if (n > 8 && !span_eat(&rest, "[INFO] ") && !span_eat(&rest, "[INFO]"))
        return false;
    line->text = rest;
    line->time = time;
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    char c = line->text.data[0];

    (void)prefixes;
    if (c == '[')
        return eat_bracket(line);
    return c >= '0' && c <= '2' && line->time == 0 && eat_clock(line);
}

const struct prefix_family prefix_jenkins = {.name = "Jenkins", .marks = marks, .eat = eat};
