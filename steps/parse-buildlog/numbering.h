/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Does a line that looks like "Step 3/9 : ..." begin the builder's next step?  Programs that a
 * step runs may print such lines, too: to fool a reader, or because they are builders
 * themselves.  A builder counts: the next step has the next number and the same total.  What
 * begins with 1 within a step that runs programs is a build within the build, and is followed so
 * that its later steps are not taken for the outer ones'.
 */
#ifndef NUMBERING_H
#define NUMBERING_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* Stages that are counted one by one; of those beyond it is the latest that counts. */
#define NUMBERED_STAGES 32

struct count {
    uint64_t number; /* 0: none yet */
    uint64_t total;  /* 0: not told */
};

/* A line that looks like a step's first. */
struct header {
    struct count stage; /* of "[1/2] STEP 2/5"; zeros: not told */
    struct count step;
    struct span name;    /* "[1/2] STEP 2/5" */
    struct span command; /* "RUN make" */
};

struct numbering {
    struct count stage;
    struct count steps[NUMBERED_STAGES]; /* of each stage the latest */
    struct count latest;
    struct count nested;   /* of a build within the step; number 0: none */
    bool runs;             /* the step may run programs */
    bool over;             /* the build is: another may follow */
    bool told_results;     /* the builder says what each step resulted in, */
    bool has_result;       /* and has said it of this one */
    bool nested_succeeded; /* the last that was heard is that a build within did */
};

/* "2/5" or "2". */
bool count_read(struct span text, struct count *ret);
/* "[1/2] STEP 2/5: RUN make" with word "STEP " and mark ": "; false if it has not this form. */
bool header_read(struct span text, const char *word, const char *mark, struct header *ret);

/* True if it has the next number of the same stage. */
bool numbering_follows(const struct numbering *numbering, const struct header *header);
/* True if it begins the next step of the build, or a build's first. */
bool numbering_takes(struct numbering *numbering, const struct header *header);
/* The builder says what the step resulted in, as only classic docker always does. */
void numbering_result(struct numbering *numbering);
/* True if no step is still to come, so that the builder may say that all is done. */
bool numbering_is_complete(const struct numbering *numbering);
/* True if the step that runs may be running a program, a builder too. */
bool numbering_runs_program(const struct numbering *numbering);
/* The build is over, well or not. */
void numbering_end(struct numbering *numbering);

#endif
