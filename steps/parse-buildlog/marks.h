/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marks: the fixed texts without which a line means nothing to anybody.
 *
 * Whoever reads lines of a log (a rule, a builder, a package manager) is a
 * consumer, has a number, and says which texts the lines hold that it wants; a
 * line with none of them is never looked at.  All texts are found at once
 * (scan.h), so their number costs next to nothing, but one that stands in many
 * lines costs a look at each: four bytes at least, the rarer the better.
 *
 * Of a consumer that itself looks for all of its text, as a rule's pattern does, only the text's head need be looked
 * for: of eight bytes or more a beginning, cut where its last four bytes are rarest in logs (frequency.h).
 *
 *     struct marks *marks = marks_new();
 *     marks_add(marks, "Setting up ", 7);         (any number of times)
 *     marks_add_head(marks, "fatal error: ", 8);
 *     const struct mark_table *table = marks_table(marks);
 *     marks_free(marks);
 *
 * The table of the built-in consumers is made by the build (generate.c).
 */
#ifndef MARKS_H
#define MARKS_H

#include <stddef.h>
#include <stdint.h>

#include "cleanup.h"

struct mark_table {
    const char *const *texts; /* what is looked for, each once, without a line's end */
    size_t count;
    const uint32_t *first;         /* count + 1: where each text's consumers begin */
    const uint16_t *consumers;     /* ascending, of each text */
    size_t consumer_most;          /* one more than the highest number */
    const unsigned char *database; /* scan.h's own form; NULL: to be compiled */
    size_t database_size;
};

struct marks;

/* Never NULL. */
struct marks *marks_new(void);
/* The same, and marks_add_head does as marks_add: to measure against. */
struct marks *marks_new_whole(void);
/* A consumer gets the lines that hold text, which is copied. */
void marks_add(struct marks *marks, const char *text, uint16_t consumer);
/* A consumer gets all lines that hold text, and others that hold its head. */
void marks_add_head(struct marks *marks, const char *text, uint16_t consumer);
/* Owned by marks, which takes no more texts from then on. */
const struct mark_table *marks_table(struct marks *marks);
void marks_free(struct marks *marks);
DEFINE_CLEANUP(cleanup_marks, struct marks *, marks_free)

#endif
