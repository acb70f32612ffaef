/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pattern's text (PCRE2 syntax, the part of it that required.h understands), taken apart.
 * Nothing is allocated; what is handed out is a view of the text.
 */
#ifndef ALTERNATIVES_H
#define ALTERNATIVES_H

#include <stdbool.h>

#include "span.h"

/* Takes one character, escape, class or sign from the start of *rest, which must not be empty. */
struct span alternatives_atom(struct span *rest);
/*
 * Takes the next alternative of the whole pattern: "a(b|c)|[|]d" has a(b|c) and [|]d.  False at
 * the end; the pattern matches where one of them does.
 */
bool alternatives_next(struct span *rest, struct span *ret_one);

#endif
