/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a log without a builder's word ended, by its last lines.  From the end on the
 * first line counts that is an error, or a tool's word that it is done; but after
 * an error little other work may follow, or it did not end the build: what any
 * program prints must stand at the very end, for a tool's own word of failure a
 * few lines more are let be.  A tool that begins after it, or a script that says
 * that it goes on, shows that no error before that ended the build.  Where neither
 * an error nor an end is found, it is not known.
 */
#ifndef ENDING_H
#define ENDING_H

#include "analysis.h"

/*
 * Of the lines below this one; 0: of all. *ret_bare, where it failed: by an error alone, as anything may print it, and
 * by no tool's word that it failed.
 */
enum outcome ending_outcome(const struct analysis *a, uint64_t above, bool *ret_bare);

/*
 * An error ends the log, and shows no end (TELLS_ASIDE): *ret is the line, without its prefixes.  False
 * where something else does.
 */
bool ending_aside(const struct analysis *a, struct log_line *ret);

#endif
