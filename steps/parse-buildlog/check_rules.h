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
/*
 * Searches the lines of a folder's *.txt and *.log, which are logs of good builds: a rule that
 * fires there, unless it is noise, is a finding.  Adds to *ret_count.
 */
bool rules_check_success(struct rules *rules, const char *folder, struct strbuf *findings,
                         size_t *ret_count, struct error *err);

#endif
