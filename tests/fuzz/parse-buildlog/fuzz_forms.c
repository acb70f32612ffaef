/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of any kind as a log whose first lines tell what stands before each: what is taken off, once or again, stood
 * before the text.
 */
#include <stdlib.h>

#include "limits.h"
#include "prefixes.h"

/* All lines stay in the window. */
#define MOST (64 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_lines(struct window *w, struct span log)
{
    uint64_t number = 0;

    while (log.len) {
        struct log_line line = {.number = ++number};

        line.text = span_head(log, span_find_byte(log, '\n'));
        window_add_line(w, &line);
        log = span_skip(log, line.text.len + 1);
    }
}

static void check_line(const struct log_line *whole, const struct log_line *bare)
{
    if (bare->text.len && bare->text.data + bare->text.len != whole->text.data + whole->text.len)
        abort();
    if (bare->track.len > whole->text.len)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct window *w;
    struct prefixes prefixes = {0};
    struct log_line line = {.place = 0};

    if (size > MOST)
        return 0;
    w = window_new();
    add_lines(w, span_of((const char *)data, size));
    prefixes_look_ahead(&prefixes, w);
    for (bool more = window_at(w, &line); more; more = window_after(w, &line, &line)) {
        struct log_line bare = line;

        prefixes_split(&prefixes, &bare);
        check_line(&line, &bare);
        (void)forms_eat(&prefixes.forms, &bare);
        check_line(&line, &bare);
    }
    window_free(w);
    return 0;
}
