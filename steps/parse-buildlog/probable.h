/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines that no rule knows, by how they sound: where rules say nothing, one of
 * these is the most probable cause, and beside a cause they make it less sure.
 *
 * Looked at are the latest lines of the log that belong to the step that ran last,
 * but for noise, wrappers and the builder's own lines.  Pure; nothing fails.
 */
#ifndef PROBABLE_H
#define PROBABLE_H

#include "analysis.h"

/* The latest of the most probable lines; false if none has more than least (0: any line at all). */
bool probable_line(const struct analysis *a, int least, struct log_line *ret);
/* What the step said last, right above the builder's word of its failure; false if that is no sentence. */
bool probable_last_word(const struct analysis *a, const struct candidate *word,
                        struct log_line *ret);
/* A line with a tool's own form of an error is this probable. */
#define PROBABLE_ERROR 5
/* 2: a tool's own form of an error; 1: words of one; 0: neither. */
int probable_strength(struct span text);
/* "✖ Some errors were emitted", as many tools head what is wrong, a test that failed among it. */
bool probable_is_crossed(struct span text);
/* The first of the latest lines in which a trap of the step's shell reports where it failed; 0: none. */
uint64_t probable_trap(const struct analysis *a);
/* How many lines after this one are errors. */
size_t probable_errors_after(const struct analysis *a, uint64_t line);

#endif
