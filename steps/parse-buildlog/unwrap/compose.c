/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docker compose: "svc-1  | text", "project_svc_1 | text"; the track is the container. */
#include "prefixes.h"

/* Compose pads names to the longest one, of at most 63 bytes each for project and service. */
#define LONGEST_NAME 160

static const char *const marks[] = {NULL};

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The length of "svc-1" at the start of text, 0 if there is none. */
static size_t name_length(struct span text)
{
    size_t n = 0;
    size_t digits = 0;

    while (n < text.len && n < LONGEST_NAME && is_name_byte(text.data[n]))
        n++;
    while (digits < n && is_digit(text.data[n - 1 - digits]))
        digits++;
    if (digits == 0 || digits + 2 > n)
        return 0;
    return text.data[n - 1 - digits] == '-' || text.data[n - 1 - digits] == '_' ? n : 0;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    size_t n = name_length(line->text);
    struct span rest = span_skip(line->text, n);

    (void)prefixes;
    if (n == 0 || !span_eat(&rest, " "))
        return false;
    while (span_eat(&rest, " "))
        ;
    if (!span_eat(&rest, "|") || (rest.len && !span_eat(&rest, " ")))
        return false;
    prefix_set_track(line, span_head(line->text, n));
    line->text = rest;
    return true;
}

const struct prefix_family prefix_compose = {.name = "compose", .marks = marks, .eat = eat};
