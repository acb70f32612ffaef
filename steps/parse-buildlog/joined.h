/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines of a log that lie in records (JSON objects, CRI lines), a record holding a piece of a
 * line, a line, or several.
 *
 *     joined_init(&joined, handler, context);
 *     joined_add(&joined, &record, bytes);     (any number of times)
 *     joined_finish(&joined);                  (the last line may lack its end)
 *     joined_release(&joined);
 *
 * A line is handed on with the number, offset and time of the record in which it starts, and with
 * its escape sequences and redraws treated as lines.h does.
 */
#ifndef JOINED_H
#define JOINED_H

#include "lines.h"

struct joined {
    line_handler *handler;
    void *context;
    struct line_reader reader;
    struct log_line origin; /* the record in which the line starts */
    bool open;              /* a line lacks its end */
};

void joined_init(struct joined *joined, line_handler *handler, void *context);
void joined_add(struct joined *joined, const struct log_line *record, struct span bytes);
void joined_finish(struct joined *joined);
void joined_release(struct joined *joined);

#endif
