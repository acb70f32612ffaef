/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * As much of Ruby as a line of a gem's specification needs: "s.name = VALUE",
 * "s.add_dependency(VALUES)" and the strings in them.  Nothing is evaluated: a string is what
 * stands between its marks, with its escapes.  Pure; spans look into the line.
 */
#ifndef CATALOGERS_RUBY_TEXT_H
#define CATALOGERS_RUBY_TEXT_H

#include "span.h"

/* "x.ATTRIBUTE = ...": moves past the sign. */
bool ruby_eat_attribute(struct span *line, const char *attribute);
/* "x.METHOD(..." or "x.METHOD ...": moves past the name. */
bool ruby_eat_call(struct span *line, const char *method);
/* The next "...", '...', %q<...> or %q(...), without its marks; moves past it. */
bool ruby_next_string(struct span *line, struct span *ret);

#endif
