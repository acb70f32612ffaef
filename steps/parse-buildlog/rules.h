/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules: what is known of how builds fail, read from rules/<tool>.json
 * (docs/rules.md tells how to write one).  Built-in rules are those files,
 * embedded by the build (embed-rules).
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
#include "literals.h"
#include "pattern.h"
#include "required.h"
#include "span.h"
#include "strbuf.h"

enum rule_rank {
    RANK_NOISE,   /* means nothing: hides what other rules see in the line */
    RANK_WRAPPER, /* something above failed */
    RANK_ROOT,    /* a cause */
};

struct rule {
    const char *id;
    const char *title;
    const char *stage;
    const char *advice;           /* may hold {group} */
    const char *advice_otherwise; /* when a {group} of advice has no value; NULL: none */
    enum rule_rank rank;
    bool generic;       /* a cause that yields to any other */
    bool proves;        /* the builder itself says that the build failed */
    bool first;         /* of several hits of it in a step the first is the cause, not the last */
    bool begins_secret; /* the lines after it are a private key */
    const char *file;   /* for messages of --check-rules */
    const json_t *members; /* the rule's own JSON object */
    struct span pattern;
    struct required required; /* of these a line has one, or the pattern does not match */
    struct lazy_pattern *lazy;
};

/* Compiled when it is first searched for; on the heap, as rules move while they are read. */
struct lazy_pattern {
    struct pattern *compiled; /* NULL: not yet */
    bool broken;              /* could not be compiled */
};

struct rules {
    struct rule *items;
    size_t count;
    size_t capacity;
    json_t **files;
    size_t file_count;
    size_t file_capacity;
    char **names; /* of files that were read from a folder */
    size_t name_count;
    size_t name_capacity;
    struct literals *literals;
    size_t *candidates; /* room for the indexes of all */
    struct sha256 *identity;
    char version[17]; /* the first half of the SHA-256 of all files, in hexadecimal */
};

/* The built-in rules. NULL with err set, which would be our own fault. */
struct rules *rules_load(struct error *err);
/* Those of a folder's *.json, in the order of their names. */
struct rules *rules_load_folder(const char *folder, struct error *err);
/* From one text, for tests: name is for messages and kept by reference. */
struct rules *rules_parse(const char *name, struct span text, struct error *err);
void rules_free(struct rules *rules);
DEFINE_CLEANUP(cleanup_rules, struct rules *, rules_free)

/* The rules that match line, in their order; rule_match_start tells where. */
size_t rules_find(struct rules *rules, struct span line, struct rule **ret_hits);

/* Compiles the rule's pattern if that was not done yet, and searches line. */
enum pattern_result rule_search(const struct rule *rule, struct span line);

/* Of the rule's last match: where it starts in the line. */
size_t rule_match_start(const struct rule *rule);
/* True if a hit of other in the same step is nearer to the cause: "yields_to" names it or the start of its id. */
bool rule_yields_to(const struct rule *rule, const struct rule *other);

/* An object {name: value} of the named groups of the pattern's match in line; empty without a match. New. */
json_t *rule_groups(const struct rule *rule, struct span line);
/*
 * The title and the advice for these groups, each {name} replaced by the group's
 * value, or by what the rule's "lookup" knows for one.  Advice with a name that
 * has neither gives way to advice_otherwise.
 */
void rule_title(const struct rule *rule, const json_t *groups, struct strbuf *out);
void rule_advice(const struct rule *rule, const json_t *groups, struct strbuf *out);

/* ---- made by embed-rules ---- */
struct embedded_rules {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};
extern const struct embedded_rules embedded_rules[];
extern const size_t embedded_rules_count;

#endif
