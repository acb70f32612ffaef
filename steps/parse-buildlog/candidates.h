/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may be said of a failure at the end: the hits of rules in the step that
 * runs, each with the lines around it, and the latest lines of the log, for a
 * failure that no rule knows.
 *
 * The number of hits kept is bounded: the first ones of the step, which often
 * are the cause of all others, and the latest ones.
 */
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include "limits.h"
#include "lines.h"
#include "rules.h"

/* Lines of an excerpt before and after its own. */
#define EXCERPT_BEFORE 4
#define EXCERPT_AFTER 4
#define EXCERPT_LINES (EXCERPT_BEFORE + 1 + EXCERPT_AFTER)
/* Latest lines of the log that are remembered; a power of two. */
#define RECENT_LINES 128

struct excerpt_line {
    uint64_t number;
    char *text; /* as it stands in the log: secrets are masked when it is written */
    size_t len;
};

struct candidate {
    const struct rule *rule;
    uint64_t line;
    uint64_t offset;
    size_t step; /* of struct steps, or NO_STEP */
    char *text;  /* the line, as it stands in the log; of a long one the part with the match */
    size_t text_len;
    struct excerpt_line excerpt[EXCERPT_LINES];
    size_t excerpt_count;
    size_t after;   /* lines that are still to come */
    bool recovered; /* something later made good for it */
};

struct recent_line {
    uint64_t number;
    uint64_t offset;
    size_t len;
    bool red;
    bool quiet; /* no cause: noise, a wrapper, or the builder's own line */
    char text[LIMIT_LOG_EXCERPT_LINE];
};

struct candidates {
    struct candidate *items;
    size_t count;
    bool dropped; /* some of the step's were */
    struct recent_line *recent;
    uint64_t lines; /* put into recent, in all */
};

void candidates_init(struct candidates *all);
/* A line of the log: it becomes part of excerpts. Before candidates_add for the same line. */
void candidates_line(struct candidates *all, const struct log_line *line, bool quiet);
/* A hit, with rule's last match on this line. */
void candidates_add(struct candidates *all, const struct rule *rule, const struct log_line *line,
                    size_t step);
/* A candidate (the caller's) of a line that is still remembered. */
void candidate_of_recent(const struct candidates *all, uint64_t index, const struct rule *rule,
                         struct candidate *ret);
/* The remembered line put in as the index-th of all, or NULL. */
struct recent_line *candidates_recent(const struct candidates *all, uint64_t index);
/* What the rule's named groups are in the candidate's line, secrets masked. New. */
json_t *candidate_groups(const struct candidate *candidate);
/* All hits from this line on were made good for. */
void candidates_recover(struct candidates *all, uint64_t from_line);
/* Forgets all hits: their step succeeded. */
void candidates_clear(struct candidates *all);
void candidate_release(struct candidate *candidate);
void candidates_release(struct candidates *all);

/* At most most bytes of text, cut between words, so that half a secret is not left unmasked. */
struct span text_cut(struct span text, size_t most);

#endif
