/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a build did to the packages of its base image.
 *
 * Copies of one package (package_list.h) are matched in this order: the same
 * version in the same place is no change, unless a layer of the build brought it in
 * anew; the same place is a change of version; what is left over on both sides is a
 * change too (another place, perhaps another version); the rest was added or
 * removed.  Pure.
 */
#ifndef PACKAGE_DIFF_H
#define PACKAGE_DIFF_H

#include "layers.h"

struct package_change {
    const struct package *from; /* NULL: added */
    const struct package *to;   /* NULL: removed */
};

enum package_change_kind {
    PACKAGE_ADDED,
    PACKAGE_REMOVED,
    PACKAGE_UPGRADED,
    PACKAGE_DOWNGRADED,
    PACKAGE_CHANGED, /* to a version that nobody can call newer or older */
    PACKAGE_READDED, /* the same version, removed and added again: in another place, or by another layer */
};

struct package_diff {
    struct package_change *items; /* by type and key */
    size_t count;
    size_t capacity;
};

/*
 * The packages are borrowed from the lists.  layers tell what the build brought in anew;
 * NULL: nothing is known of them.
 */
void package_diff_make(struct package_diff *ret, const struct package_list *base,
                       const struct package_list *output, const struct layers *layers);
enum package_change_kind package_change_kind(const struct package_change *change);
void package_diff_release(struct package_diff *diff);
#define PACKAGE_DIFF_AUTO(name) \
    __attribute__((cleanup(package_diff_release))) struct package_diff name = {0}

#endif
