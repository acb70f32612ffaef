/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GitLab CI: "section_start:1560896352:NAME" and "section_end:...", which redraws hide but where
 * nothing follows; and, after a time, which stream a line is of: "00O text", "01E+text".
 */
#include "prefixes.h"

static const char *const marks[] = {"section_start:", "section_end:", NULL};

static bool eat_section(struct log_line *line)
{
    struct span rest = line->text;
    struct span seconds;
    uint64_t n;

    if (!span_eat(&rest, "section_start:") && !span_eat(&rest, "section_end:"))
        return false;
    seconds = span_head(rest, span_find_byte(rest, ':'));
    if (seconds.len > 11 || !span_to_uint64(seconds, &n))
        return false;
    line->time = (int64_t)n * 1000;
    line->text = span_of(NULL, 0);
    return true;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static bool eat_stream(struct log_line *line)
{
    struct span text = line->text;

    if (text.len < 3 || line->time < 1000 || !is_hex(text.data[0]) || !is_hex(text.data[1]) ||
        (text.data[2] != 'O' && text.data[2] != 'E'))
        return false;
    if (text.len > 3 && text.data[3] != ' ' && text.data[3] != '+')
        return false;
    line->text = span_skip(text, 4);
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    if (line->text.data[0] == 's')
        return !prefixes->redrawn && eat_section(line);
    return eat_stream(line);
}

const struct prefix_family prefix_gitlab = {.name = "GitLab", .marks = marks, .eat = eat};
