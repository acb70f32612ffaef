/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of --check-rules share: one line a finding. For check_*.c alone. */
#ifndef CHECK_H
#define CHECK_H

#include "rules.h"

struct check {
    struct rules *rules;
    struct strbuf *findings;
    const struct rule **hits; /* room for all rules */
    size_t count;
};

/* "FILE: OF 'NAME': WHAT: 'ON'"; on, what it is about, may be NULL, and has its secrets masked. */
void check_add(struct strbuf *findings, const char *file, const char *of, const char *name,
               const char *what, const char *on);
/* The same of a rule, which it counts. */
void check_finding(struct check *check, const struct rule *rule, const char *what, const char *on);

/* Whether the name of a member is one of those that are known, which end with NULL. */
bool check_is_one_of(const char *name, const char *const *known);

/* A pattern's shape, and the work that it makes on lines built to make it work. */
void check_pattern(struct check *check, const struct rule *rule);
/* Examples that are made from one another. */
void check_variety(struct check *check, const struct rule *rule);

#endif
