/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What belongs to the text of an error that stands above it: a trace, code, an
 * explanation, a sum, a heading, what is cleaned up.  Of one line alone, without its
 * prefixes.
 *
 * Pure; nothing fails.
 */
#ifndef MORE_H
#define MORE_H

#include <stdbool.h>

#include "span.h"

bool more_is_text(struct span text);
/* A hint of a tool: "Try ..." */
bool more_explains(struct span text);
/* The line after this one is more of it. */
bool more_goes_on(struct span text);
/* "src/a.py:3:1: F401 ...": what a linter found, or a compiler, and no warning. */
bool more_is_finding(struct span text);
/* "2 errors", "5 warnings and 1 error", "3 lines, 1 errors": of what stands above. */
bool more_is_count_of_errors(struct span text);

#endif
