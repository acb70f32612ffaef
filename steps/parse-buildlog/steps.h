/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A build's steps, its images and its outcome, as builders tell of them (builder.h).
 *
 * The steps of a log are one list, in the order in which they begin.  Of each track (tracks.h)
 * it is told which of them runs there: a container of a task, in it a step of the builder, and in
 * that a stage of source-to-image's scripts; each may be missing.
 */
#ifndef STEPS_H
#define STEPS_H

#include <stdbool.h>
#include <stdint.h>

#include "lines.h"
#include "numbering.h"
#include "pool.h"
#include "tools.h"

enum step_status { STEP_UNKNOWN, STEP_SUCCEEDED, STEP_FAILED };

/* Of several that speak in one log the last of these is named: the platform over the engine. */
enum builder_id {
    BUILDER_NONE,
    BUILDER_OPENSHIFT, /* and no engine has spoken */
    BUILDER_CLASSIC,
    BUILDER_BUILDAH,
    BUILDER_BUILDKIT,
    BUILDER_KANIKO,
    BUILDER_TEKTON,
    BUILDER_SHIPWRIGHT,
    BUILDER_S2I,
};

enum outcome { OUTCOME_UNKNOWN, OUTCOME_SUCCEEDED, OUTCOME_FAILED };

#define NO_STEP SIZE_MAX
/* Base images that are kept: a build with more stages has the rest left out with a warning. */
#define BASE_IMAGES 64

/* How deep a step lies. */
enum step_level { LEVEL_CONTAINER, LEVEL_STEP, LEVEL_STAGE };
#define STEP_LEVELS 3

struct step {
    enum step_level level;
    struct span name;    /* "Step 2/5"; of a stage of source-to-image "assemble" */
    struct span command; /* "RUN make" */
    toolset tools;       /* that it runs; TOOLS_NONE: nobody has asked (steps_tools) */
    enum step_status status;
    int exit_code; /* -1: not told */
    bool cached;
    int64_t begun;        /* milliseconds as in struct log_line; 0: not told */
    int64_t milliseconds; /* that it took; -1: not told */
    uint64_t first_line;
    uint64_t last_line;
};

/* Where a track stands. */
struct track_steps {
    size_t running[STEP_LEVELS]; /* of struct steps, or NO_STEP */
    size_t latest;               /* that has begun there, of the builder's level; or NO_STEP */
    enum builder_id engine;      /* that counts its steps here; BUILDER_NONE: none yet */
    struct numbering numbering;  /* of the builder that counts its steps here */
    int64_t time;                /* of the latest line that has one */
    uint64_t last_line;
    bool named;         /* other tracks' lines stand between its own */
    bool over;          /* a vertex is done */
    bool rows;          /* BuildKit's steps were seen as a terminal shows them */
    bool committing;    /* buildah has said COMMIT */
    bool pushing;       /* OpenShift or kaniko has begun to push */
    bool services_left; /* compose has told that some are not built yet */
};

struct steps {
    struct pool *pool; /* where texts are kept */
    struct step *items;
    size_t count;
    size_t capacity;
    bool full; /* there were more than LIMIT_LOG_STEPS */
    enum builder_id builder;
    enum outcome
        outcome; /* as the last word of the builder has it; unknown if what followed its success failed */
    bool newest_first;  /* the log's first line tells how it ended */
    uint64_t succeeded; /* the line in which it said last that all is done; 0: none is known */
    struct span blamed; /* the container of a task that is said to have failed */
    struct span bases[BASE_IMAGES];
    size_t base_count;
    bool bases_full;
    struct span stages[BASE_IMAGES]; /* names given with FROM ... AS */
    size_t stage_count;
    struct span output; /* what the result is called */
};

void steps_init(struct steps *steps, struct pool *pool);
void steps_release(struct steps *steps);
void track_steps_init(struct track_steps *at, bool named);

/* ---- for builders ---- */

void steps_spoken(struct steps *steps, enum builder_id builder);
/* A step of this level begins with the line: those that run there and below have succeeded. */
void steps_begin(struct steps *steps, struct track_steps *at, enum step_level level,
                 struct span name, struct span command, const struct log_line *line);
/* The builder tells it again, and now whole. */
void steps_set_command(struct steps *steps, struct step *step, struct span command);
/* The step of this level, and what runs in it, is over; the line is its last. */
void steps_end(struct steps *steps, struct track_steps *at, enum step_level level,
               enum step_status status, const struct log_line *line);
/* The step that the builder runs in this track, or NULL. */
struct step *steps_running(const struct steps *steps, const struct track_steps *at);
/* A FROM instruction: [--platform=P] IMAGE [AS NAME]; other commands are let be. */
void steps_from(struct steps *steps, struct span command);
void steps_add_base(struct steps *steps, struct span image);
void steps_set_output(struct steps *steps, struct span image);
/* False while a program runs in a step of another engine: what looks like this one's word is its output. */
bool steps_may_speak(const struct track_steps *at, enum builder_id engine);
/* True if the step that runs is a RUN instruction, and a line may be a program's. */
bool steps_in_program(const struct steps *steps, const struct track_steps *at);
/* The whole build is done, as it seems now. */
void steps_succeed(struct steps *steps, struct track_steps *at, const struct log_line *line);
/* The builder says that the step that runs failed; exit_code -1: not told. */
void steps_fail(struct steps *steps, struct track_steps *at, int exit_code);
/* It goes on all the same: what looked like that was a program's output. */
void steps_take_back(struct steps *steps, struct track_steps *at);
/* The header follows the step that runs: if that was said to have failed, a program said so. */
void steps_go_on(struct steps *steps, struct track_steps *at, const struct header *header);
/* N of "exit code: N", "exit status N" or "non-zero (N)" in text, or -1. */
int steps_exit_code(struct span text);

/* ---- for others ---- */

/* A line of the track that no builder looked at. */
void track_steps_passed(struct track_steps *at, const struct log_line *line);

/* The innermost step that runs, or the one that is over with its vertex, or NO_STEP. */
size_t steps_current(const struct track_steps *at);
/* What its command runs (tools.h). */
toolset steps_tools(const struct steps *steps, size_t index);
/* The log of so many lines is over; outcome is what is held of the whole. */
void steps_finish(struct steps *steps, struct track_steps *at, enum outcome outcome,
                  uint64_t lines);

#endif
