/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A log's bytes as the lines that somebody wants: those that hold a mark
 * (marks.h).  All others are passed over at the speed of the scan.
 *
 *     struct log_reader *r = log_reader_new(table, scanner, handlers, context);
 *     log_reader_feed(r, piece);             (any number of times, cut anywhere)
 *     log_reader_finish(r);
 *     log_reader_free(r);
 *
 * A handler may ask for every line for a while, and for the lines around one.
 * Memory is bounded whatever the bytes are (window.h, lines.h).
 */
#ifndef READER_H
#define READER_H

#include "marks.h"
#include "scan.h"
#include "window.h"

struct log_reader;

struct log_handlers {
    /* Of line, what its marks' consumers are, ascending; none where every line was asked for. */
    void (*line)(void *context, const struct log_line *line, const uint16_t *consumers,
                 size_t count);
    /* Lines are about to leave the window: the last time to look at those before its last WINDOW_KEPT bytes. */
    void (*move)(void *context);
};

/* table, its scanner and handlers must live as long. Never NULL. */
struct log_reader *log_reader_new(const struct mark_table *table, struct scanner *scanner,
                                  const struct log_handlers *handlers, void *context);
void log_reader_feed(struct log_reader *r, struct span piece);
/* The window holds the last lines until the reader is freed. */
void log_reader_finish(struct log_reader *r);
void log_reader_free(struct log_reader *r);
DEFINE_CLEANUP(cleanup_log_reader, struct log_reader *, log_reader_free)

/* From the next line on; for lines that belong together though most hold no mark. */
void log_reader_every_line(struct log_reader *r, bool every);
const struct window *log_reader_window(const struct log_reader *r);
/* Lines so far that went to the window: all of them, once it is finished. */
uint64_t log_reader_lines(const struct log_reader *r);
/* Before log_reader_finish(): what was fed ends within a line. */
bool log_reader_is_torn(const struct log_reader *r);
/* How many of them were longer than LIMIT_LOG_LINE; the first one's number. */
uint64_t log_reader_cut_lines(const struct log_reader *r, uint64_t *ret_first);

#endif
