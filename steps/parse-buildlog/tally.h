/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sums in which test runners, linters and compilers say how it went: "1 failed,
 * 3 passed", "Failures: 0, Errors: 1", "3 problems (2 errors, 1 warning)".  Of one
 * line alone, whichever tool says it.
 *
 * Pure; nothing fails.
 */
#ifndef TALLY_H
#define TALLY_H

#include "span.h"

enum tally {
    TALLY_NONE,   /* the line is no sum */
    TALLY_CLEAN,  /* of several counts, among them one of failures, which is 0 */
    TALLY_FAILED, /* there were failures */
};

enum tally tally_of(struct span text);

#endif
