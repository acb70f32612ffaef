/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules: what is known of how builds fail.  They are written as
 * rules/<tool>.json (docs/rules.md tells how), from which the build makes the
 * table of built-in rules (generate.c); JSON is read at run time only to check
 * rules and for a user's own (rules_read.c).
 *
 * A rule's pattern is a list of alternatives, its parts; each has required texts, whose heads are marks of
 * the scan (marks.h), and a number, which is its place among the parts of all rules.
 *
 *     struct rules *rules = rules_load(&err);
 *     n = rules_find(rules, line, hits);          (room for rules->count hits)
 *     rules_free(rules);
 *
 * Patterns are compiled when the first line comes that may match, so a short log
 * pays for few of them.
 */
#ifndef RULES_H
#define RULES_H

#include <jansson.h>

#include "cleanup.h"
#include "error.h"
#include "marks.h"
#include "pattern.h"
#include "scan.h"
#include "span.h"
#include "strbuf.h"
#include "tools.h"

enum rule_rank {
    RANK_NOISE,   /* means nothing: hides what other rules see in the line */
    RANK_WRAPPER, /* something above failed */
    RANK_ROOT,    /* a cause */
};

/* Compiled when it is first searched for. */
struct lazy_pattern {
    struct pattern *compiled; /* NULL: not yet */
    bool broken;              /* could not be compiled */
    unsigned char starts[PATTERN_STARTS];
};

/*
 * One of the alternatives of a rule's pattern.  They are compiled and searched for one by one, where
 * the scan found one of their texts: of twenty alternatives a line has the text of one.
 */
struct rule_part {
    const char *pattern;
    const char *const *required; /* of these texts a line has one, or the part does not match;
                                    a guess may have none */
    struct lazy_pattern *lazy;
};

/* {name} of title and advice is text, where group matched value ("openssl/": a folder of it). */
struct rule_lookup {
    const char *group;
    const char *value;
    const char *name;
    const char *text;
};

/* A step that printed nothing any rule knows: one of these commands ended with one of these codes. */
struct rule_exit {
    const char *const
        *commands;    /* "any" is each; ends with NULL; NULL itself ends a list of exits */
    const int *codes; /* ends with -1 */
};

/* Lists end with NULL and are never NULL themselves. */
struct rule {
    const char *id;
    const char *title;
    const char *stage;
    const char *advice;            /* may hold {group} */
    const char *advice_otherwise;  /* when a {group} of advice has no value; NULL: none */
    const char *pattern;           /* "": none, it has exits alone */
    const struct rule_part *parts; /* of pattern */
    size_t part_count;
    const char *const *tools;     /* who prints it */
    const char *const *yields_to; /* ids, or starts of ids, of rules that are nearer to the cause */
    const struct rule_lookup *lookup; /* ends with a group that is NULL */
    const struct rule_exit *exits;    /* of silent steps */
    const char *const *instead_of;    /* ids of causes that this is where base matches */
    const char *base;                 /* a pattern for the name of a base image, or NULL */
    const char *missing;              /* the group that an earlier step should have made, or NULL */
    toolset gate;                     /* tools, as a set: who can have printed it */
    enum rule_rank rank;
    bool generic;     /* a cause that yields to any other */
    bool proves;      /* the builder itself says that the build failed */
    bool first;       /* of several hits of it in a step the first is the cause, not the last */
    bool innermost;   /* of lines of it, one under the other, the last is the cause */
    bool guess;       /* tried on nothing but the line that no rule knows (rules_guess) */
    const char *file; /* for messages of --check-rules */
    const json_t *members;            /* the rule's own JSON object; NULL in the table */
    const struct rule_part **matched; /* the last part that did: to be asked right after a hit */
};

/* A part by its number. */
struct part_place {
    const struct rule *rule;
    const struct rule_part *part;
    struct lazy_pattern *lazy; /* of part, which most lines need not be looked up for */
    bool noise;                /* the rule's rank */
};

struct rules {
    const struct rule *items;
    size_t count;
    size_t file_count;
    struct part_place *places; /* of all parts: who is meant by a consumer's number */
    size_t place_count;
    const struct mark_table *table; /* of the rules and all others (consumers.h) */
    struct scanner *scanner;        /* of the table */
    uint64_t work;                  /* on long lines, so far (LIMIT_PATTERN_WORK) */
    struct marks *marks;            /* what table is of; NULL: made by the build */
    char version[17]; /* of the SHA-256 of all files and of the words (words.h), in hexadecimal */
    struct rule_files *own; /* what was read, see rules_read.h; NULL: the table */
};

/* The built-in rules. NULL with err set (scan.h). */
struct rules *rules_load(struct error *err);
/*
 * The same with a user's own from folders: a rule whose id is known already takes the other's
 * place, and a later folder's that of an earlier one.  NULL with err set.
 */
struct rules *rules_load_with(const char *const *folders, size_t count, struct error *err);
void rules_free(struct rules *rules);
DEFINE_CLEANUP(cleanup_rules, struct rules *, rules_free)

/*
 * The rules that match line, in their order, noise behind the others; rule_match_start tells where.
 * Only the parts are tried whose numbers stand in wanted, ascending, as the scan of the line gave
 * them, and noise only where there is something that it can hide.
 */
size_t rules_match(struct rules *rules, struct span line, const uint16_t *wanted, size_t count,
                   const struct rule **ret_hits);
/* The same for a line that was not scanned yet, with noise in any case. */
size_t rules_find(struct rules *rules, struct span line, const struct rule **ret_hits);

/* The first rule of those that are guesses that matches line, or NULL. */
const struct rule *rules_guess(const struct rules *rules, struct span line);

/* The places of all parts of these rules. New; at most LIMIT_RULE_PARTS, which who read them saw to. */
struct part_place *rules_place(const struct rule *rules, size_t count, size_t *ret_count);

/* Searches line for the rule's pattern; what matches is the alternative that begins first. */
enum pattern_result rule_search(const struct rule *rule, struct span line);

/* Right after a hit: where the match starts in the line; after rule_search also without one, then 0. */
size_t rule_match_start(const struct rule *rule);
/* What the named group of that match has, of line, which was searched; empty where there is none. */
struct span rule_match_group(const struct rule *rule, struct span line, const char *group);
/* True if a hit of other in the same step is nearer to the cause: "yields_to" names it or the start of its id. */
bool rule_yields_to(const struct rule *rule, const struct rule *other);
/* True if the rule says what it means that this command ends with this code. */
bool rule_knows_exit(const struct rule *rule, struct span command, int code);

/* An object {name: value} of the named groups of the pattern's match in line; empty without a match. New. */
json_t *rule_groups(const struct rule *rule, struct span line);
/*
 * The title and the advice for these groups, each {name} replaced by the group's
 * value, or by what the rule's lookup knows for one.  Advice with a name that
 * has neither gives way to advice_otherwise.
 */
void rule_title(const struct rule *rule, const json_t *groups, struct strbuf *out);
void rule_advice(const struct rule *rule, const json_t *groups, struct strbuf *out);

/* ---- made by generate.c ---- */
extern const struct rule rule_table[];
extern const size_t rule_table_count;
extern const size_t rule_table_files;
extern const char rule_table_version[17];
extern const struct mark_table rule_table_marks;

#endif
