/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who reads lines of a log beside the rules, and what must stand in a line that
 * is of use to them (marks.h).  Numbers below the count of the rules' parts are
 * those; the consumers of this list follow.
 */
#ifndef CONSUMERS_H
#define CONSUMERS_H

#include "managers.h"
#include "marks.h"
#include "rules.h"

/* The package managers come last, in the order of their list. */
enum consumer { CONSUMER_STEPS, CONSUMER_THOTH, CONSUMER_TOOLS, CONSUMER_KEYS, CONSUMER_MANAGERS };

/* All marks of the rules and of the consumers. New. */
struct marks *consumers_marks(const struct rule *rules, size_t count);

/* Those of a line's consumers (ascending) that are package managers; part_count: of all rules. */
manager_set consumers_managers(const uint16_t *consumers, size_t count, size_t part_count);

#endif
