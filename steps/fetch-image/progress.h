/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far the layers have come, on stderr: a bar for each that is on its way, drawn over and over on a
 * terminal, or a line every few seconds with --verbose; else nothing.
 *
 * progress_start() before the jobs, progress_stop() after them; in between any thread may tell.  A thread of
 * its own draws; where none can be had nothing is shown.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdint.h>

#include "image.h"

struct progress;

enum progress_form { PROGRESS_NONE, PROGRESS_LINES, PROGRESS_BARS };

/* Bars where stderr is a terminal that can draw over lines, lines for who wants to know; none when quiet. */
enum progress_form progress_form(bool quiet, bool verbose);

/* image must outlive it. Never NULL. */
struct progress *progress_start(enum progress_form form, const struct image *image);
/* Wipes the bars off, and frees. */
void progress_stop(struct progress *progress);

/* Of layer number: first bytes of it are there already and the rest comes; count more; all are there. */
void progress_begin(struct progress *progress, size_t layer, uint64_t first);
void progress_add(struct progress *progress, size_t layer, size_t count);
void progress_end(struct progress *progress, size_t layer);

#endif
