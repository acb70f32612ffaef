/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All package managers, in one track of a log.
 *
 *     struct managers managers;
 *     managers_init(&managers, &packages, track);      (track: a number of its own)
 *     recovery = managers_line(&managers, line, marked);
 *     managers_finish(&managers, failed);
 *     managers_release(&managers);
 *
 * Whose marks a line holds is found for all consumers at once (consumers.h).  A
 * track in which no manager speaks costs next to nothing.
 */
#ifndef MANAGERS_H
#define MANAGERS_H

#include "manager.h"

/* One bit for each manager, in the order of the list. */
typedef uint32_t manager_set;

struct managers {
    struct packages *packages;
    uint32_t track;
    manager_set following;     /* these want the next line of the track, whatever it holds */
    struct manager_job **jobs; /* those that have seen a line of theirs; NULL: none yet */
    toolset shown;             /* whose the last line was */
};

void managers_init(struct managers *managers, struct packages *packages, uint32_t track);
/* marked: whose marks the line holds. It is also given to those that follow. */
struct recovery managers_line(struct managers *managers, const struct log_line *line,
                              manager_set marked);
/* The builder says that the step in which they spoke is over, and how. */
void managers_settle(struct managers *managers, bool succeeded);
/* The track is over; nothing in it says that the build failed, or something does. */
void managers_finish(struct managers *managers, bool failed);
void managers_release(struct managers *managers);

/* The i-th manager of the list, or NULL after the last. */
const struct manager *managers_get(size_t i);

#endif
