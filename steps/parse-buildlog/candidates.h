/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may be said of a failure at the end: the hits of rules in the step that
 * runs, each with the lines around it.
 *
 * The number of hits kept is bounded, for each track and in all: the first ones of the
 * track's step, which often are the cause of all others, and the latest ones.
 */
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include "limits.h"
#include "lines.h"
#include "rules.h"
#include "window.h"

/* Lines of an excerpt before and after its own. */
#define EXCERPT_BEFORE 4
#define EXCERPT_AFTER 4
#define EXCERPT_LINES (EXCERPT_BEFORE + 1 + EXCERPT_AFTER)
/* Private keys whose lines are hidden; a log with more of them has all lines after that hidden. */
#define HIDDEN_MOST 64

struct excerpt_line {
    uint64_t number;
    char *text; /* as it stands in the log: secrets are masked when it is written */
    size_t len;
};

struct candidate {
    const struct rule *rule;
    uint64_t line;
    uint64_t offset;
    uint64_t place; /* in the window */
    size_t step;    /* of struct steps, or NO_STEP */
    size_t track;   /* its index */
    char *text;     /* the line without prefixes; of a long one the part with the match */
    size_t text_len;
    struct excerpt_line excerpt[EXCERPT_LINES];
    size_t excerpt_count;
    bool complete;   /* the excerpt has all its lines */
    bool recovered;  /* something later made good for it */
    bool logged;     /* a program logged it while it was tested */
    bool of_builder; /* the line is a builder's word that a step failed, too */
    /* What no pattern finds in the line: the command of a silent step, the base image. */
    const char *fact; /* a group's name; NULL: none */
    struct span fact_value;
    int exit_code; /* 0: of no meaning here */
};

struct hidden_lines {
    uint64_t first;
    uint64_t last;
};

struct candidates {
    struct candidate *items;
    size_t count;
    size_t by_track[LIMIT_LOG_TRACKS]; /* how many of them */
    bool dropped;                      /* some of the step's were */
    bool tested;                       /* there was one of a test that failed */
    struct hidden_lines hidden[HIDDEN_MOST];
    size_t hidden_count;
};

void candidates_init(struct candidates *all);
/* A hit, with rule's last match on this line; it stays the list's, until the next is added. */
struct candidate *candidates_add(struct candidates *all, const struct rule *rule,
                                 const struct log_line *line, size_t track, size_t step);
/* A line that no excerpt may show. */
void candidates_hide(struct candidates *all, uint64_t number);
/*
 * Takes the excerpts of all candidates from the window, before it moves; at_end: no line
 * comes after those that it holds.
 */
void candidates_complete(struct candidates *all, const struct window *window, bool at_end);
/* The same for one of them. */
void candidate_complete(const struct candidates *all, struct candidate *candidate,
                        const struct window *window, bool at_end);
/* A candidate (the caller's) of a line of the window that no rule knows. */
void candidate_of_line(const struct candidates *all, const struct window *window,
                       const struct log_line *line, const struct rule *rule, struct candidate *ret);
/* What the rule's named groups are in the candidate's line, and its fact, secrets masked. New. */
json_t *candidate_groups(const struct candidate *candidate);
/* The rule's title for them; of a silent step it may be about that alone. */
void candidate_title(const struct candidate *candidate, const json_t *groups, struct strbuf *out);
/* All hits of the track in these lines were made good for. */
void candidates_recover(struct candidates *all, size_t track, uint64_t first_line,
                        uint64_t last_line);
/* Forgets all hits, or those of one track: its step succeeded. */
void candidates_clear(struct candidates *all);
void candidates_clear_track(struct candidates *all, size_t track);
/* Forgets all hits but those of this track and of the unnamed one, 0. */
void candidates_keep_track(struct candidates *all, size_t track);
void candidate_release(struct candidate *candidate);
void candidates_release(struct candidates *all);

#endif
