/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies in an OCI layout and nothing refers to.
 *
 * Kept is what index.json leads to: the blobs whose digests stand in it, and in every JSON document
 * reached that way (indexes within indexes, manifests, what they call their subject), whatever the
 * member is called.  So is a manifest whose subject is kept (image-spec manifest.md, "subject"), with
 * all it leads to.  Blobs that a manifest names and the layout does not have are no error.  A partial blob
 * is kept for a day, as its download may go on (layout_store.h).
 */
#ifndef LAYOUT_GC_H
#define LAYOUT_GC_H

#include "layout.h"

struct layout_freed {
    uint64_t files;
    uint64_t bytes;
};

/*
 * Removes the rest.  Waits until nobody writes into the layout (layout_open_or_create() holds it), and who wants
 * to write meanwhile waits too.  An index or manifest that is kept and cannot be read is an error, and then nothing
 * is removed.
 */
bool layout_collect(const struct layout *layout, struct layout_freed *ret, struct error *err);

#endif
