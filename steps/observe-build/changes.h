/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a build did to the packages, as the observation tells it.  Pure. */
#ifndef CHANGES_H
#define CHANGES_H

#include "package_diff.h"

/*
 * Puts "added", "removed" and "changed" into result: packages by type, and of every
 * type that either image has a list.  diff NULL: all three are null.
 */
void changes_put(json_t *result, const struct package_diff *diff, const struct package_list *base,
                 const struct package_list *output, const struct layers *layers);

/* How many packages such an object of lists by type has; null has none. */
size_t changes_count(const json_t *lists);

#endif
