/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One rule from its JSON object (docs/rules.md): its members, and its pattern taken apart with the
 * texts that each part requires.  What is not there has its default; what is of another type or
 * not known is left to --check-rules, but for what every rule must have.
 */
#ifndef RULE_MEMBERS_H
#define RULE_MEMBERS_H

#include "kept.h"
#include "rules.h"

/*
 * Reads rule->members into the rest of *rule; texts are of the JSON, what is made is kept's.
 * ERROR_MALFORMED says what is wrong, without the rule's name.
 */
bool rule_members_read(struct kept *kept, struct rule *rule, struct error *err);

#endif
