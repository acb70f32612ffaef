/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A build's steps, from the lines with which builders announce them: classic
 * docker ("Step 2/5 : RUN make"), buildah ("STEP 2/5: RUN make", with "[1/2] "
 * before it for stages), and the stages of source-to-image scripts
 * ("---> Installing dependencies ..."), which may stand within a step.
 *
 * Also told: base images (FROM, and the source-to-image builder), what the
 * result is called, and whether the builder says that it is done.
 */
#ifndef STEPS_H
#define STEPS_H

#include <stdbool.h>
#include <stdint.h>

#include "lines.h"
#include "pool.h"

enum step_status { STEP_UNKNOWN, STEP_SUCCEEDED, STEP_FAILED };

enum builder { BUILDER_NONE, BUILDER_S2I, BUILDER_CLASSIC, BUILDER_BUILDKIT, BUILDER_BUILDAH };

enum outcome { OUTCOME_UNKNOWN, OUTCOME_SUCCEEDED, OUTCOME_FAILED };

#define NO_STEP SIZE_MAX
/* Base images that are kept: a build with more stages has the rest left out with a warning. */
#define BASE_IMAGES 64

struct step {
    struct span name;    /* "Step 2/5"; of a stage of source-to-image "assemble" */
    struct span command; /* "RUN make" */
    enum step_status status;
    int exit_code; /* -1: not told */
    bool cached;
    bool inner; /* a stage within source-to-image */
    uint64_t first_line;
    uint64_t last_line;
};

struct steps {
    struct pool *pool; /* where texts are kept */
    struct step *items;
    size_t count;
    size_t capacity;
    size_t outer; /* the builder's step that runs now, or NO_STEP */
    size_t inner; /* the stage that runs now, or NO_STEP */
    bool full;    /* there were more than LIMIT_LOG_STEPS */
    enum builder builder;
    enum outcome outcome; /* as the last word of the builder has it */
    uint64_t last_line;   /* before the line at hand */
    struct span bases[BASE_IMAGES];
    size_t base_count;
    bool bases_full;
    struct span stages[BASE_IMAGES]; /* names given with FROM ... AS */
    size_t stage_count;
    struct span output; /* what the result is called */
    bool committing;    /* buildah has said COMMIT */
};

void steps_init(struct steps *steps, struct pool *pool);
/* True if the line begins a step of the builder: what was before it has succeeded. */
bool steps_line(struct steps *steps, const struct log_line *line);
/* The builder says that the step that runs failed; exit_code -1: not told. */
void steps_fail(struct steps *steps, int exit_code);
/* The log is over with last_line; outcome is what is held of the whole. */
void steps_finish(struct steps *steps, enum outcome outcome, uint64_t last_line);
/* The innermost step that runs, or NO_STEP. */
size_t steps_current(const struct steps *steps);
void steps_release(struct steps *steps);

#endif
