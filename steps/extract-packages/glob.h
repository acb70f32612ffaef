/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns for paths, as --exclude has them: '?' is any byte and '*' any bytes, of one
 * component; '**' any components.  Time is at most the product of the two lengths.
 */
#ifndef GLOB_H
#define GLOB_H

#include "span.h"

/*
 * Does the pattern match path (no leading '/') or a folder that it lies in?  With a leading '/' or
 * "./" the pattern begins at the root, else it matches at any depth.  Pure.
 */
bool glob_excludes(struct span pattern, struct span path);

#endif
