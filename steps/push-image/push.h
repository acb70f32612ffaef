/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An image, or all images of an index, from its layout to a registry: layers and configs, then
 * manifests, then what leads to them.
 *
 *     struct push push = {0};
 *     push_image(&push, &image, &options, err);   fills the receipt
 *     push_release(&push);
 */
#ifndef PUSH_H
#define PUSH_H

#include "image.h"
#include "options.h"
#include "reference.h"
#include "registry_push.h"

/* One blob's receipt, which borrows the blob. */
struct pushed {
    const struct descriptor *blob;
    bool absent; /* it is not in the layout */
    enum push_way way;
};

struct push {
    struct reference to;
    struct digest held;   /* by which the registry has the image's manifest */
    struct image *images; /* of an index; else none */
    size_t image_count;
    struct pushed *blobs; /* each once */
    size_t blob_count;
    char *warning; /* the registry's own, or NULL; after a failure, too */
};

/*
 * image is one that fetch-image wrote, and outlives the receipt.  A layer that is not in the layout is
 * ERROR_NO_INPUT, unless the registry has it, or another repository there that the image came from.
 */
bool push_image(struct push *push, const struct image *image, const struct options *options,
                struct error *err);
void push_release(struct push *push);

#endif
