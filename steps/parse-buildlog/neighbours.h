/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines above and below one of the log's latest, without their prefixes.
 *
 * Pure; nothing fails: where the window ends there is no line.
 */
#ifndef NEIGHBOURS_H
#define NEIGHBOURS_H

#include "analysis.h"

/* window_before() or window_after(). */
typedef bool step_in_window(const struct window *, const struct log_line *, struct log_line *);

/* Moves *at to the next line, whose text without its prefixes is *ret_text; false at the window's end. */
bool neighbour_step(const struct analysis *a, step_in_window *next, struct log_line *at,
                    struct span *ret_text);
/* The next line, or the next of a few that is not blank: blank says whether it may be. Empty where there is none. */
struct span neighbour_text(const struct analysis *a, const struct log_line *line,
                           step_in_window *next, bool blank);

#endif
