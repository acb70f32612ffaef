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

/* on, what it is about, may be NULL. */
void check_finding(struct check *check, const struct rule *rule, const char *what, const char *on);

/* A pattern's shape, and the work that it makes on lines built to make it work. */
void check_pattern(struct check *check, const struct rule *rule);
/* Examples that are made from one another. */
void check_variety(struct check *check, const struct rule *rule);

#endif
