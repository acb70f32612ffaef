/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a step's result is for people or for programs: what --format and
 * --color come to, given where the result goes.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

/*
 * True if a page for people is wanted: format is the page's word ("text"), or it is
 * NULL and the result goes to stdout, which is a terminal.  output is --output.
 */
bool terminal_wants_page(const char *format, const char *word, const char *output);
/*
 * color: "always", "never", "auto" or NULL, which both mean on a terminal unless
 * NO_COLOR (no-color.org) is set or TERM is "dumb".
 */
bool terminal_wants_color(const char *color, const char *output);

#endif
