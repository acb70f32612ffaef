/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kubectl logs --prefix: "[pod/POD/CONTAINER] text"; the track is POD/CONTAINER. */
#include "prefixes.h"

static const char *const marks[] = {NULL};

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;
    size_t end;

    (void)prefixes;
    if (!span_eat(&rest, "[pod/"))
        return false;
    end = span_find_byte(rest, ']');
    if (end == rest.len || span_find_byte(span_head(rest, end), ' ') < end)
        return false;
    prefix_set_track(line, span_head(rest, end));
    rest = span_skip(rest, end + 1);
    span_eat(&rest, " ");
    line->text = rest;
    line->task_step = span_contains(line->track, "/step-");
    return true;
}

const struct prefix_family prefix_kubernetes = {.name = "kubectl", .marks = marks, .eat = eat};
