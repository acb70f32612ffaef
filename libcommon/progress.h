/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far blobs have come, on stderr: a bar for each that is on its way, drawn over and over on a
 * terminal, or a line every few seconds with --verbose; else nothing.
 *
 * progress_start() before the jobs, progress_stop() after them; in between any thread may tell.  A thread of
 * its own draws; where none can be had nothing is shown.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "image.h"
#include "stream.h"

struct progress;

enum progress_form { PROGRESS_NONE, PROGRESS_LINES, PROGRESS_BARS };

/* Bars where stderr is a terminal that can draw over lines, lines for who wants to know; none when quiet. */
enum progress_form progress_form(bool quiet, bool verbose);

/* The blobs outlive it, not the list of them; what they are is for lines ("layers"). Never NULL. */
struct progress *progress_start(enum progress_form form, const char *what,
                                const struct descriptor *const *blobs, size_t count);
/* Wipes the bars off, and frees. */
void progress_stop(struct progress *progress);

/*
 * The bytes of blob number i from first on (upstream, taken over), told as they pass; what is before first is there.
 * One that is opened anew begins there.
 */
struct stream *progress_watch_take(struct progress *progress, size_t i, uint64_t first,
                                   struct stream *upstream);
/* All of blob number i is there. */
void progress_end(struct progress *progress, size_t i);

#endif
