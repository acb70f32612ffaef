/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The streams that one log interleaves: vertices of BuildKit, containers of Tekton's tasks,
 * services of compose, jobs.  Each has its own running step and its own state of the package
 * managers; lines that name no stream are one track, the first.
 *
 *     struct tracks tracks;
 *     tracks_init(&tracks, &packages);
 *     struct track *track = tracks_of_line(&tracks, &line);     (for each line)
 *     tracks_release(&tracks);
 *
 * At most LIMIT_LOG_TRACKS are known at one time.  When one more begins, the oldest that has no
 * running step gives its place, so a track's index is its only while it lives: fresh says that it
 * has begun with this line, and who keeps something by index forgets it then.
 */
#ifndef TRACKS_H
#define TRACKS_H

#include "limits.h"
#include "managers.h"
#include "steps.h"
#include "tools.h"

/* Of a name that is longer these bytes tell tracks apart; a vertex has six digits at most. */
#define TRACK_NAME 128
#define VERTEX_NAME 8

struct track {
    size_t index;
    char name[TRACK_NAME];
    size_t name_len;
    char vertex[VERTEX_NAME]; /* "#7" */
    size_t vertex_len;
    bool fresh;      /* this line is its first */
    bool is_vertex;  /* of BuildKit */
    bool has_output; /* a program's lines were seen */
    bool cut;        /* the log begins within them */
    bool held;       /* never gives its place to another */
    uint64_t used;   /* counts calls */
    struct track_steps steps;
    struct managers managers;
    toolset seen; /* what printed lines in the step that runs */
};

struct tracks {
    struct packages *packages;
    struct track *items[LIMIT_LOG_TRACKS];
    size_t count;
    struct track *latest;
    uint64_t calls;
    uint32_t begun; /* how many there have been */
};

void tracks_init(struct tracks *tracks, struct packages *packages);
/*
 * The track of the line, which is changed where a build within a builder's step printed it: then
 * it is output of that step's track.  Never NULL.
 */
struct track *tracks_of_line(struct tracks *tracks, struct log_line *line);
/* True if the line, without prefixes, is of this track. */
bool track_has(const struct track *track, const struct log_line *line);
/* The one whose last part of the name (after '/' or " : ") this is, or NULL. */
struct track *tracks_named(const struct tracks *tracks, struct span name);
void tracks_release(struct tracks *tracks);

#endif
