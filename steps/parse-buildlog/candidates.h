/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may be said of a failure at the end: the hits of rules in the step that
 * runs, each with the lines around it.
 *
 * The number of hits kept is bounded: the first ones of the step, which often
 * are the cause of all others, and the latest ones.
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
    char *text;     /* the line, as it stands in the log; of a long one the part with the match */
    size_t text_len;
    struct excerpt_line excerpt[EXCERPT_LINES];
    size_t excerpt_count;
    bool complete;  /* the excerpt has all its lines */
    bool recovered; /* something later made good for it */
    bool overtaken; /* its tool said later that it is done */
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
    bool dropped;       /* some of the step's were */
    toolset seen;       /* what printed lines in the step */
    uint64_t done_line; /* the latest on which a tool said that it is done; 0: none */
    struct hidden_lines hidden[HIDDEN_MOST];
    size_t hidden_count;
};

void candidates_init(struct candidates *all);
/* A hit, with rule's last match on this line. */
void candidates_add(struct candidates *all, const struct rule *rule, const struct log_line *line,
                    size_t step);
/* A line that no excerpt may show. */
void candidates_hide(struct candidates *all, uint64_t number);
/*
 * Takes the excerpts of all candidates from the window, before it moves; at_end: no line
 * comes after those that it holds.
 */
void candidates_complete(struct candidates *all, const struct window *window, bool at_end);
/* A candidate (the caller's) of a line of the window that no rule knows. */
void candidate_of_line(const struct candidates *all, const struct window *window,
                       const struct log_line *line, const struct rule *rule, struct candidate *ret);
/* What the rule's named groups are in the candidate's line, and its fact, secrets masked. New. */
json_t *candidate_groups(const struct candidate *candidate);
/* The rule's title for them; of a silent step it may be about that alone. */
void candidate_title(const struct candidate *candidate, const json_t *groups, struct strbuf *out);
/* All hits in these lines were made good for. */
void candidates_recover(struct candidates *all, uint64_t first_line, uint64_t last_line);
/* What the line tells of the tool that printed it. */
void candidates_mark(struct candidates *all, const struct tool_mark *mark, uint64_t line);
/* Forgets all hits: their step succeeded. */
void candidates_clear(struct candidates *all);
void candidate_release(struct candidate *candidate);
void candidates_release(struct candidates *all);

/* At most most bytes of text, cut between words, so that half a secret is not left unmasked. */
struct span text_cut(struct span text, size_t most);

#endif
