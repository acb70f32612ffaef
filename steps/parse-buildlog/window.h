/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The latest lines of a log, clean (lines.h), in one piece of memory: what is
 * scanned, and where the lines around a hit are found later.
 *
 *     struct window *w = window_new();
 *     window_add_run(w, run);                     or window_add_line(w, line)
 *     ... struct span all = window_text(w) ...
 *     window_trim(w);                             (keeps the last WINDOW_KEPT bytes, or fewer)
 *     window_free(w);
 *
 * A place is where a line starts, counted in clean bytes from the log's start: it
 * stays the same while the window moves.  There must be room (window_room) for
 * what is added.  Memory: WINDOW_SIZE, and 48 bytes for each of at most 32,768 lines that were not plain.
 */
#ifndef WINDOW_H
#define WINDOW_H

#include "cleanup.h"
#include "limits.h"
#include "lines.h"

#define WINDOW_SIZE (256 * KIB)
/* What stays when it is trimmed: the excerpt before a hit, also of long lines. */
#define WINDOW_KEPT (64 * KIB)

struct window;

/* Never NULL. */
struct window *window_new(void);
void window_free(struct window *w);
DEFINE_CLEANUP(cleanup_window, struct window *, window_free)

/* How many bytes, line ends included, can be added. */
size_t window_room(const struct window *w);
/* Where its lines end with CR LF, the window has them without CR. */
void window_add_run(struct window *w, const struct log_run *run);
void window_add_line(struct window *w, const struct log_line *line);

/* Each line with its LF. Valid until something is added or trimmed. */
struct span window_text(const struct window *w);
/* The place of the first byte of window_text. */
uint64_t window_start(const struct window *w);
void window_trim(struct window *w);

/* Where a reader of the window stands, who goes from its start towards its end; {0} at first and after window_trim. */
struct window_cursor {
    size_t spot;
    uint64_t place;
    uint64_t number; /* of the line at place; 0: nothing was read yet */
    size_t len;      /* of its text */
};

/* The line that the byte at place is of, at or after the cursor. */
void window_read(const struct window *w, struct window_cursor *cursor, uint64_t place,
                 struct log_line *ret);
/* The line before or after one of the window; false where it is not (yet, or any more) in it. */
bool window_before(const struct window *w, const struct log_line *line, struct log_line *ret);
bool window_after(const struct window *w, const struct log_line *line, struct log_line *ret);
/* Completes what is known of the line at line->place; false where it is not in the window. */
bool window_at(const struct window *w, struct log_line *line);
/* The last line; false when there is none. */
bool window_last(const struct window *w, struct log_line *ret);

#endif
