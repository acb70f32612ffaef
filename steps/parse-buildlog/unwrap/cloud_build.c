/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Google Cloud Build: 'Step #0 - "build": text', "Step #0: text"; the track is all before the colon. */
#include "prefixes.h"

#define LONGEST_NAME 160

static const char *const marks[] = {"Step #", NULL};

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;
    uint64_t number;
    size_t end;

    (void)prefixes;
    if (!span_eat(&rest, "Step #"))
        return false;
    end = 0;
    while (end < rest.len && rest.data[end] >= '0' && rest.data[end] <= '9')
        end++;
    if (!span_to_uint64(span_head(rest, end), &number))
        return false;
    rest = span_skip(rest, end);
    if (span_eat(&rest, " - \"")) {
        end = span_find_byte(span_head(rest, LONGEST_NAME), '"');
        rest = span_skip(rest, end + 1);
    }
    if (!span_eat(&rest, ":"))
        return false;
    prefix_set_track(line, span_head(line->text, line->text.len - rest.len - 1));
    span_eat(&rest, " ");
    line->text = rest;
    return true;
}

const struct prefix_family prefix_cloud_build = {.name = "Cloud Build", .marks = marks, .eat = eat};
