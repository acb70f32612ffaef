/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of many fixed texts does a line hold?  The first filter of the rules:
 * a pattern runs only on lines that hold one of the texts it cannot match
 * without (required.h), so nearly all lines cost this one scan.
 *
 * Of each text the rarest five bytes are taken, and both their first and their
 * last four are hashed into a table of 64 Kibit, which stays in the first cache.
 * So it is enough to look up four bytes at every second place of a line; where
 * the bit is set, texts are compared in full.
 */
#ifndef LITERALS_H
#define LITERALS_H

#include <stdbool.h>

#include "cleanup.h"
#include "span.h"

/* Shorter texts would be found in every other line. */
#define LITERAL_LEAST 5

struct literals;

/* values are 0 .. value_count - 1. Never NULL. */
struct literals *literals_new(size_t value_count);
/* text (kept by reference, at least LITERAL_LEAST bytes) stands for value; several may. */
void literals_add(struct literals *set, struct span text, size_t value);
/*
 * The values whose texts stand in line, each once, in ascending order;
 * ret_values has room for value_count.
 */
size_t literals_find(struct literals *set, struct span line, size_t *ret_values);
void literals_free(struct literals *set);
DEFINE_CLEANUP(cleanup_literals, struct literals *, literals_free)

#endif
