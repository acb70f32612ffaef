/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a build did to the packages of its base image.
 *
 * Copies of one package (package_list.h) are matched in this order: the same
 * version in the same place is no change; the same place is a change of version;
 * what is left over on both sides is a change too (another place, perhaps
 * another version); the rest was added or removed.  Pure.
 */
#ifndef PACKAGE_DIFF_H
#define PACKAGE_DIFF_H

#include "package_list.h"

struct package_change {
    const struct package *from; /* NULL: added */
    const struct package *to;   /* NULL: removed */
};

struct package_diff {
    struct package_change *items; /* by type and key */
    size_t count;
    size_t capacity;
};

/* The packages are borrowed from the lists. */
void package_diff_make(struct package_diff *ret, const struct package_list *base,
                       const struct package_list *output);
void package_diff_release(struct package_diff *diff);
#define PACKAGE_DIFF_AUTO(name) \
    __attribute__((cleanup(package_diff_release))) struct package_diff name = {0}

#endif
