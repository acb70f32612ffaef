/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fixed texts of which a line must hold one, or a pattern cannot match it.
 * Read from the pattern itself, so that a rule's author need not name them and
 * they cannot be wrong: "a(?:foo1|bar2)b+" requires "afoo1b" or "abar2b".
 *
 * Understood is the part of PCRE2's syntax that rules are written in; what is
 * not (inline options, \Q, comments, conditions) is an error, never a guess.
 */
#ifndef REQUIRED_H
#define REQUIRED_H

#include "error.h"
#include "span.h"
#include "text_set.h"

/* Shorter texts would be found in every other line. */
#define REQUIRED_LEAST 5

/*
 * Sets *ret_required (free with text_set_release) to the set of texts that is rarest in logs, as
 * far as that is known; each has at least REQUIRED_LEAST bytes.  ERROR_MALFORMED when there is no such
 * set: then the pattern would run on every line.
 */
bool required_texts(struct span pattern, struct text_set *ret_required, struct error *err);

#endif
