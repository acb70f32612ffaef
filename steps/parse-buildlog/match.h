/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules see in a line, while the log is read: the best hit, and whether the builder says that it failed. */
#ifndef MATCH_H
#define MATCH_H

#include "analysis.h"

/*
 * The rule to whose hit the line comes down, or NULL: noise hides all.  What proves that the build
 * failed is taken into the steps, and *ret_proof is set where it is.  consumers are those of the line.
 */
const struct rule *match_rules(struct analysis *a, struct track *track, const struct log_line *line,
                               const uint16_t *consumers, size_t consumer_count, bool *ret_proof);
/* The track is the one that failed, if none was before: of several it is the first, whose failure stops the others. */
void match_blame(struct analysis *a, struct track *track);

#endif
