/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Causes that are no hit of a rule in the step that failed: the most probable line
 * where no rule knows one, what the exit status of a silent step means, what showed
 * in an earlier step, what the base image alone explains.
 *
 * Each sets a->failure and a->confidence, or leaves them.
 */
#ifndef MADE_H
#define MADE_H

#include "analysis.h"

/* A rule knows what the exit status of the failing step's command means. */
bool made_knows_exit(const struct analysis *a);
/* The line, which the window still has, tells the failure: as the exit status of the step's command means it,
 * or unclassified. */
void made_of_line(struct analysis *a, const struct log_line *line);
/* a->failure is such a line, and no rule's words are in it. */
bool made_is_unclassified(const struct analysis *a);
/* The same where it is not known that the build failed: a->made is set, and a->failure is not. */
void made_perhaps(struct analysis *a, const struct log_line *line);
/* By the exit status of the step's command; false when no rule knows what it means.
 * told is the hit in which the builder tells that status, or NULL. */
bool made_of_silence(struct analysis *a, const struct candidate *told);
/*
 * Where buildah, in the word told, says that another step failed than the one that it began last, of another stage:
 * the cause that stands right above, whose step was taken for done with that. False where there is none.
 */
bool made_above_stage(struct analysis *a, const struct candidate *told);
/* Where a->failure misses what an earlier step should have made, and that step showed why. */
void made_earlier(struct analysis *a);
/*
 * Where a->failure is but a generic rule's, whose tools nothing shows: it gets another class if its words
 * say more, and is less sure if they do not.
 */
void made_by_words(struct analysis *a);
/* Where the base image makes a->failure a consequence. */
void made_by_base(struct analysis *a);

#endif
