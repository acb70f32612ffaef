/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builders: who runs a build's steps and says so in its log.  Each is one file of builders/ with
 * one const struct builder; builders.c has the list.
 *
 * A builder sees a line when it holds one of the builder's marks, and knows nothing of the lines
 * between.  It is asked with the track of the line (a vertex of BuildKit is a track of its own),
 * and tells struct steps what it learns.  Lines that a builder passed on for a program (output)
 * are seen by source-to-image alone: whatever they look like, they are not a builder's word.
 */
#ifndef BUILDER_H
#define BUILDER_H

#include "steps.h"

/* What a line is to a builder. */
enum builder_word {
    WORD_NONE,    /* not the builder's */
    WORD_OWN,     /* the builder's, and may tell a cause */
    WORD_QUIET,   /* the builder's, and tells none */
    WORD_STEP,    /* a step begins: all before it in this track succeeded */
    WORD_SUCCESS, /* the track's step, or the build, succeeded */
    WORD_FAILURE, /* the track's step, or the build, failed */
};

struct builder {
    const char *name;
    const char *const
        *marks; /* fixed texts, of which each line that it knows holds one; NULL ends them */
    enum builder_word (*line)(struct steps *steps, struct track_steps *at,
                              const struct log_line *line);
    bool reads_output;
};

extern const struct builder builder_classic;
extern const struct builder builder_buildah;
extern const struct builder builder_buildkit;
extern const struct builder builder_buildkit_terminal;
extern const struct builder builder_kaniko;
extern const struct builder builder_openshift;
extern const struct builder builder_s2i;
extern const struct builder builder_tekton;
extern const struct builder builder_ci;

/* NULL ends them. */
extern const struct builder *const builders[];

/* The first word that a builder has for the line. */
enum builder_word builders_line(struct steps *steps, struct track_steps *at,
                                const struct log_line *line);
/* "RUN make", "FROM debian:12": a Dockerfile's instruction. */
bool builder_is_instruction(struct span text);
/* What the document calls it. */
const char *builder_name(enum builder_id builder);
/* The log is over and no builder has said how it went: do all its steps tell that it succeeded? */
bool buildkit_is_done(const struct steps *steps);

#endif
