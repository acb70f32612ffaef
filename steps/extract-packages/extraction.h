/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an image and where its layers come from to findings: layers are read in parallel, laid over one
 * another, and assembled by the catalogers.
 */
#ifndef EXTRACTION_H
#define EXTRACTION_H

#include "cataloger.h"
#include "findings.h"
#include "image.h"
#include "layer_cache.h"
#include "layer_reader.h"
#include "layer_way.h"
#include "selection.h"

struct extraction_options {
    const struct cataloger *const *catalogers; /* whose facts are read */
    size_t cataloger_count;
    const struct selection *selection; /* of them; NULL: all that is found is told */
    bool all_layers;                   /* what a later layer removed is told too, see scope.h */
    bool verify_diff_ids;              /* inflated bytes are hashed, too */
    uint64_t max_inflated;             /* bytes of one layer; 0: LIMIT_INFLATED */
    uint64_t jobs;                     /* layers at a time, at least 1 */
    /* Where facts are kept, or NULL; what is wrong with it is said to warn, on any thread. */
    struct layer_cache *cache;
    void (*warn)(const struct error *why);
    const enum layer_way *ways; /* what is to be done with each layer; NULL: it is read */
};

/* How much work it was. */
struct extraction_work {
    size_t reads; /* of layers: more than there are when a link led to a file passed over */
    size_t hits;  /* facts that the cache had */
    size_t layers;
    /* Of a tree: what it is known by (tree_image.h), and the bytes of its files. */
    struct digest tree;
    uint64_t tree_bytes;
};

/*
 * Reads all layers of image from place, verifying each blob's digest and size,
 * and adds what is found to findings (initialised by the caller; finished here,
 * findings_finish).  A layer that cannot be read is an error that names it.
 * ret_work may be NULL.
 */
bool extract(const struct image *image, struct layer_place place,
             const struct extraction_options *options, struct findings *findings,
             struct extraction_work *ret_work, struct error *err);

#endif
