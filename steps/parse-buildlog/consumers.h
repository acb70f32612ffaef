/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who reads lines of a log beside the rules, and what must stand in a line that
 * is of use to them (marks.h).  Numbers below the count of rules are rules; the
 * consumers of this list follow.
 */
#ifndef CONSUMERS_H
#define CONSUMERS_H

#include "marks.h"
#include "rules.h"

enum consumer { CONSUMER_STEPS, CONSUMER_PIP, CONSUMER_THOTH, CONSUMER_TOOLS, CONSUMER_COUNT };

/* All marks of the rules and of the consumers. New. */
struct marks *consumers_marks(const struct rule *rules, size_t count);

#endif
