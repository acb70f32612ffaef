/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a program logged while it was tested, as runners of tests show it among their own words: by itself that fails
 * no test.
 *
 * Pure; nothing fails.
 */
#ifndef LOGGED_H
#define LOGGED_H

#include "analysis.h"

/*
 * True of a line, without its prefixes, that Jest shows below "  console.error" and the like, more indented than that. Lines above it are looked
 * at in the window.
 */
bool logged_by_tested(const struct analysis *a, const struct log_line *line);

#endif
