/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cloud Foundry (cf logs, cf push), behind the time: "[STG/0]      OUT text", "[APP/PROC/WEB/0] ERR text", once
 * without a number: "[API]     ERR text".
 */
#include "prefixes.h"

static const char *const marks[] = {NULL};

/* "[STG/0]": capitals, and slashes and digits after them. */
static bool eat_source(struct span *rest)
{
    size_t capitals = 0;
    size_t n = 1;

    while (n < rest->len &&
           ((rest->data[n] >= 'A' && rest->data[n] <= 'Z') ||
            (rest->data[n] >= '0' && rest->data[n] <= '9') || rest->data[n] == '/')) {
        capitals += rest->data[n] >= 'A';
        n++;
    }
    if (capitals < 2 || n >= rest->len || rest->data[n] != ']')
        return false;
    *rest = span_skip(*rest, n + 1);
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;

    (void)prefixes;
    if (line->time == 0 || !eat_source(&rest) || !span_eat(&rest, " "))
        return false;
    while (span_eat(&rest, " "))
        continue;
    if (!span_eat(&rest, "OUT") && !span_eat(&rest, "ERR"))
        return false;
    if (rest.len && !span_eat(&rest, " "))
        return false;
    line->text = rest;
    return true;
}

const struct prefix_family prefix_cloud_foundry = {.name = "Cloud Foundry",
                                                   .marks = marks,
                                                   .eat = eat};
