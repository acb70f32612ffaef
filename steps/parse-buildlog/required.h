/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fixed texts of which a line must hold one, or a pattern cannot match it.
 * Read from the pattern itself, so that a rule's author need not name them and
 * they cannot be wrong: "a(?:foo1|bar2)b?" requires "foo1" or "bar2".
 *
 * Understood is the part of PCRE2's syntax that rules are written in; what is
 * not (inline options, \Q, comments, conditions) is an error, never a guess.
 */
#ifndef REQUIRED_H
#define REQUIRED_H

#include "error.h"
#include "limits.h"
#include "span.h"

/* Shorter texts would be found in every other line. */
#define REQUIRED_LEAST 5

struct required {
    char *texts[LIMIT_RULE_LITERALS];
    size_t count;
};

/*
 * Sets *ret_required (free with required_release) to the longest set of texts;
 * each has at least REQUIRED_LEAST bytes.  ERROR_MALFORMED when there is no such
 * set: then the pattern would run on every line.
 */
bool required_texts(struct span pattern, struct required *ret_required, struct error *err);
void required_release(struct required *required);

#endif
