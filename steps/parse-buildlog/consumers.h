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

/* Adds all marks of the rules and of the consumers. */
void consumers_add_marks(struct marks *marks, const struct rule *rules, size_t count);

/* Of a line's consumers (ascending) those that are no rules' parts, of which there are part_count: one bit each. */
uint64_t consumers_others(const uint16_t *consumers, size_t count, size_t part_count);

static inline bool consumers_have(uint64_t others, enum consumer consumer)
{
    return others >> consumer & 1;
}

static inline manager_set consumers_managers(uint64_t others)
{
    return (manager_set)(others >> CONSUMER_MANAGERS);
}

#endif
