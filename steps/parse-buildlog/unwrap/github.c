/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GitHub Actions: "JOB<tab>STEP<tab>2024-05-01T10:00:00.5000000Z text" (gh run view --log), the
 * job being the track; the time alone stands in logs that were downloaded.  Each step's first
 * line has a byte order mark.  What the runner says of a line, "##[error]" or "##[group]", stays.
 */
#include "prefix.h"
#include "prefixes.h"
#include "timestamp.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
/* Jobs and steps have names of at most 100 characters, unless a matrix makes them longer. */
#define LONGEST_NAMES 512

static const char *const marks[] = {"##[error]", "##[group]", NULL};

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;
    size_t job;
    size_t step;
    size_t n;

    (void)prefixes;
    if (EAT(line->text, BYTE_ORDER_MARK))
        return true;
    job = span_find_byte(span_head(rest, LONGEST_NAMES), '\t');
    if (job == 0 || job >= LONGEST_NAMES || job == rest.len)
        return false;
    rest = span_skip(rest, job + 1);
    step = span_find_byte(span_head(rest, LONGEST_NAMES), '\t');
    rest = span_skip(rest, step + 1);
    span_eat(&rest, BYTE_ORDER_MARK);
    n = timestamp_length(rest, &line->time);
    if (n == 0)
        return false;
    prefix_set_track(line, span_head(line->text, job));
    rest = span_skip(rest, n);
    span_eat(&rest, " ");
    line->text = rest;
    return true;
}

const struct prefix_family prefix_github = {.name = "GitHub Actions", .marks = marks, .eat = eat};
