/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jenkins: "[2024-05-01T10:00:00.500Z] text" in pipelines, "10:00:00 text" or "10:00:00  text" by its timestamper;
 * a build within Maven's: "10:00:00,500 [INFO] text"; and Vercel: "[10:00:00.500] text", also without brackets.
 */
#include "prefix.h"
#include "prefixes.h"
#include "timestamp.h"

static const char *const marks[] = {NULL};

static bool eat_bracket(struct log_line *line)
{
    struct span rest = span_skip(line->text, 1);
    int64_t time;
    size_t n = timestamp_length(rest, &time);

    if (n == 0 && rest.len > 8 && rest.data[8] == '.') /* gulp's tell whole seconds */
        n = timestamp_clock_length(rest, &time);
    rest = span_skip(rest, n);
    if (n == 0 || !span_eat(&rest, "]"))
        return false;
    span_eat(&rest, " ");
    line->text = rest;
    line->time = time;
    return true;
}

/* "[INFO] ": of Maven's own levels only the one is taken off that says nothing. */
static bool eat_level(struct span *rest)
{
    return span_eat(rest, "[INFO] ") || span_eat(rest, "[INFO]");
}

/* Two blanks stand there in all lines or in none; of the first line, one may be an arrow's of BuildKit or Docker. */
static bool is_wide(struct span rest)
{
    return rest.len > 1 && rest.data[0] == ' ' && rest.data[1] != ' ' && !STARTS(rest, " => ") &&
           !STARTS(rest, " ---> ");
}

static bool eat_clock(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest;
    int64_t time;
    size_t n = timestamp_clock_length(line->text, &time);

    if (n == 0 || (n < line->text.len && line->text.data[n] != ' '))
        return false;
    rest = span_skip(line->text, n + 1);
    if (span_starts_with(rest, "AM: ") || span_starts_with(rest, "PM: "))
        return false;
    if (n > 8 && line->text.data[8] == ',' && !eat_level(&rest))
        return false;
    if (n > 8 && line->text.data[8] == '.' && span_starts_with(rest, "["))
        return false; /* a program's own log, with its level, as Elixir's is */
    if (!prefixes->begun)
        prefixes->wide = is_wide(rest);
    if (prefixes->wide)
        span_eat(&rest, " ");
    line->text = rest;
    line->time = time;
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    char c = line->text.data[0];

    if (c == '[')
        return eat_bracket(line);
    return c >= '0' && c <= '2' && line->time == 0 && eat_clock(prefixes, line);
}

const struct prefix_family prefix_jenkins = {.name = "Jenkins", .marks = marks, .eat = eat};
