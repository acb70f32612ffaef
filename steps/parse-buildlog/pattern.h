/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A regular expression of a rule: PCRE2 syntax on bytes (no UTF mode, so that
 * any bytes may be searched), compiled with its JIT where the system allows that.
 * A match's work is bounded by LIMIT_PATTERN_MATCH and LIMIT_PATTERN_DEPTH; one
 * that needs more does not match and is told apart.  Patterns are for one thread; these limits, made with the
 * first search, stay as long as the process.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include "cleanup.h"
#include "error.h"
#include "span.h"

struct pattern;

enum pattern_result { PATTERN_NO_MATCH, PATTERN_MATCH, PATTERN_TOO_MUCH_WORK };

/* ERROR_MALFORMED names the place of the fault. NULL with err set. */
struct pattern *pattern_compile(struct span text, struct error *err);
enum pattern_result pattern_search(struct pattern *pattern, struct span subject);
/*
 * A bit for each byte with which a subject may begin that matches (of byte c bit c % 8 of
 * ret_starts[c / 8]): all, unless the pattern begins with '^'.  It must be one alternative.
 */
#define PATTERN_STARTS 32
void pattern_starts(struct span text, unsigned char ret_starts[PATTERN_STARTS]);
/* Of the last match: where it starts in the subject. */
size_t pattern_match_start(const struct pattern *pattern);
/*
 * Of the last match: the next named group that took part in it, from *index on
 * (0 at first), which moves past it.  A name may be used for several groups.
 */
bool pattern_next_group(const struct pattern *pattern, struct span subject, size_t *index,
                        const char **ret_name, struct span *ret_value);
void pattern_free(struct pattern *pattern);
DEFINE_CLEANUP(cleanup_pattern, struct pattern *, pattern_free)

#endif
