/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * parse-buildlog --check-rules: are the rules what docs/rules.md asks for?
 */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include "rules.h"

/*
 * Compiles each rule and runs its examples through the same search as a log's
 * lines.  Appends one line a finding to findings and returns how many there are.
 */
size_t rules_check(struct rules *rules, struct strbuf *findings);

#endif
