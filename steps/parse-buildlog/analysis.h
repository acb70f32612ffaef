/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One log, analysed as it streams.
 *
 *     struct analysis *a = analysis_new(rules, OUTCOME_UNKNOWN);
 *     analysis_feed(a, piece);           (any number of times, cut anywhere)
 *     analysis_finish(a);                (the verdict)
 *     write_json(a, ...) or write_text(a, ...)      (report.h)
 *     analysis_free(a);
 *
 * It never fails, whatever the bytes are.  Memory is bounded whatever the log's
 * size: by the limits of "build logs" in limits.h.
 */
#ifndef ANALYSIS_H
#define ANALYSIS_H

#include <time.h>

#include "candidates.h"
#include "earlier.h"
#include "lines.h"
#include "managers.h"
#include "packages.h"
#include "pool.h"
#include "prefixes.h"
#include "reader.h"
#include "rules.h"
#include "steps.h"
#include "thoth.h"
#include "tracks.h"

/* Other hits that are reported beside the failure. */
#define SECONDARY_MOST 10

struct analysis {
    struct rules *rules;      /* borrowed */
    const struct rule **hits; /* room for all rules */
    struct log_reader *reader;
    struct pool pool;
    struct steps steps;
    struct packages packages;
    struct prefixes prefixes;
    struct tracks tracks;
    struct track *failing; /* the one of which a builder says that it failed; NULL: none is named */
    struct thoth thoth;
    struct candidates candidates;
    struct earlier earlier; /* of steps that succeeded */
    uint64_t lines;
    bool torn;          /* the last of them does not end: the log may be cut there */
    bool begun;         /* a line was looked at */
    uint64_t first_odd; /* of the lines that were looked at, with NULs or invalid UTF-8; 0: none */
    time_t started;     /* the first timestamp; 0: there is none */
    bool damaged;       /* the log ended in the middle of what packed it */
    int key_lines;      /* how many more may belong to a private key */
    uint64_t key_over;  /* no line from this one on does */
    struct step
        told; /* where no step is known: what a builder's word of failure says of the one that failed */
    enum outcome
        given; /* by the caller, who knows how the build ended; OUTCOME_UNKNOWN: nobody said it */
    bool by_builder; /* the outcome is the builder's own word, or the caller's */
    bool bare;       /* it is but an error's at the log's end, as anything may print it */

    /* From analysis_finish on: */
    enum outcome outcome;
    enum outcome log_outcome; /* what the log alone says */
    uint64_t trapped; /* the line in which a trap of the shell reports the failure; 0: none */
    const struct candidate *failure; /* NULL: none */
    double confidence;
    struct candidate made;    /* what failure points to when no rule knows a line of it */
    struct candidate derived; /* another candidate's, under another rule; owns nothing */
    const struct candidate *consequence; /* of a failure in an earlier step; NULL: none */
    const struct candidate *secondary[SECONDARY_MOST];
    size_t secondary_count;
};

/* rules must live as long; given is how the build ended, as who ran it knows it. Never NULL. */
struct analysis *analysis_new(struct rules *rules, enum outcome given);
void analysis_feed(struct analysis *a, struct span piece);
void analysis_finish(struct analysis *a);
/* The track whose failure is to be explained: the failing one, or else the one that spoke last. */
const struct track *analysis_track(const struct analysis *a);
void analysis_free(struct analysis *a);
DEFINE_CLEANUP(cleanup_analysis, struct analysis *, analysis_free)

/* verdict.c: outcome, failure and secondary from what was gathered. */
void analysis_judge(struct analysis *a);

#endif
