/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many things into one store, as far as they are not there already, and the pointers to image analyses. */
#ifndef PUT_BATCH_H
#define PUT_BATCH_H

#include "kept.h"
#include "object_store.h"

/* What became of one of them. */
struct put_outcome {
    struct error
        why; /* it is not kept: the store failed, or (ERROR_MALFORMED) another result has its key */
    bool was_there;
    uint64_t size; /* of what lies there, like the digests */
    struct digest sha256;
    struct md5_text md5;
};

/* outcomes: one for each of things, zeroed. */
void put_batch(struct object_store *store, struct kept *const *things, size_t count,
               struct put_outcome *outcomes);

#endif
