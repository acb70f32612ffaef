/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Layers read from their blobs: verified, inflated, scanned; several at a time.  Those whose facts
 * are cached are not read.
 */
#ifndef LAYER_READER_H
#define LAYER_READER_H

#include "facts_cache.h"
#include "image.h"
#include "layer_scan.h"
#include "layer_way.h"
#include "source.h"
#include "tree_scan.h"

/* Where the bytes of layers are: one of them, borrowed. */
struct layer_place {
    struct source *source;
    struct tree *tree; /* of an image of one layer, which has no blob */
};

struct layer_reader {
    const struct image *image;
    struct layer_place place;
    struct tree_account account; /* of the first time that a tree was read */
    uint64_t max_inflated;       /* bytes, 0: LIMIT_INFLATED */
    uint64_t jobs;               /* layers at a time, at least 1 */
    atomic_size_t reads;         /* layers read from their blobs so far */
    atomic_ullong kept;          /* bytes that their facts hold */
    struct hold_budget budget;
    struct facts_cache cache;
    bool verify_diff_ids;       /* the config's, also of facts from the cache */
    const enum layer_way *ways; /* see extraction.h */
    bool *unread;               /* of each layer: it was not read, as its way allows; borrowed */
};

/* The cache is none; see facts_cache_init(). */
void layer_reader_init(struct layer_reader *reader, const struct image *image,
                       struct layer_place place, uint64_t max_inflated, uint64_t jobs);
void layer_reader_release(struct layer_reader *reader);

/*
 * Reads one layer into facts, which it initialises; release them also after a failure.  Facts
 * come from the cache when it has them, else from the blob, and then go there.  A layer
 * that has ELF files of which a part proved not to be enough is read twice.  One that is
 * neither in the cache nor in the source, as the image says, is ERROR_TRY_AGAIN.  One that need not be
 * a layer, or be there, and is not (layer_way.h) has no facts.  A diff_id that is wrong, or that there is none,
 * is ERROR_MALFORMED.
 */
bool layer_reader_read(struct layer_reader *reader, size_t layer, const struct wanted_list *wanted,
                       struct layer_facts *facts, struct error *err);
/*
 * Reads all layers into facts, an array of image->layer_count, which it initialises; release
 * all of them also after a failure.  Of several errors, that of the lowest layer is told, or
 * the first of a source that gives layers in its own order.
 */
bool layer_reader_read_all(struct layer_reader *reader, const struct wanted_list *wanted,
                           struct layer_facts *facts, struct error *err);

#endif
