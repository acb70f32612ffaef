/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A few short texts, of which one stands at a place: what required.c knows of a
 * part of a pattern.  A set that is {0} holds none.  Sizes are bounded
 * (LIMIT_RULE_LITERALS); what would go beyond is refused, and the set is as before.
 */
#ifndef TEXT_SET_H
#define TEXT_SET_H

#include <stdbool.h>

#include "limits.h"
#include "span.h"

/* Of texts that are made by putting others together: more would cost the scan more than they save. */
#define TEXT_SET_PRODUCTS 24

struct text_set {
    char **texts;
    size_t count;
    size_t capacity;
};

void text_set_release(struct text_set *set);
void text_set_add(struct text_set *set, struct span text);
/* set, which holds none, gets copies of other's. */
void text_set_copy(struct text_set *set, const struct text_set *other);
/* Adds those of other, and empties it; false, and other emptied, when there are too many. */
bool text_set_unite_take(struct text_set *set, struct text_set *other);
/* Each text of set followed by each of other, and, with or_none, by nothing. */
bool text_set_append(struct text_set *set, const struct text_set *other, bool or_none);
/* Drops each text that holds another of the set: where it stands, that stands, too. */
void text_set_reduce(struct text_set *set);

#endif
