/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One store of containers-storage with the driver overlay, read under its own locks:
 *
 *     ROOT/overlay-images/images.json, ID/manifest ...    overlay-layers/layers.json, ID.tar-split.gz    overlay/ID/diff
 *
 * As its own readers do (github.com/containers/storage, pkg/lockfile), layers.lock is held, shared, until the
 * store is released, so that no layer goes or is half written, and images.lock, taken behind it, as long as
 * images are read.  Who holds them for writing is waited for.  A store without them is read without.
 *
 * Owns what it has; begins as {0}.
 */
#ifndef STORAGE_STORE_H
#define STORAGE_STORE_H

#include <jansson.h>

#include "folder.h"

struct storage_store {
    struct folder root;
    json_t *images;
    json_t *layers;
    int layers_lock; /* -1: none */
    int images_lock;
};

/* A root without images of that driver is ERROR_NO_INPUT, with those of another ERROR_CONFIGURATION. */
bool storage_store_open(struct storage_store *store, const char *root, struct error *err);
/* No image of it is read any more. */
void storage_store_end_images(struct storage_store *store);
void storage_store_release(struct storage_store *store);

/* Appends what is kept of an image under key. */
bool storage_store_data(const struct storage_store *store, const char *image, const char *key,
                        struct strbuf *out, struct error *err);
/* Whether a layer's tar-split data are there. */
bool storage_store_has_split(const struct storage_store *store, const char *layer, bool *ret,
                             struct error *err);
/* A layer's plain tar: the one that it was, from those data; NULL with err set. */
struct stream *storage_store_tar(const struct storage_store *store, const char *layer,
                                 struct error *err);
/* The same packed anew, where there are none (diff_tar.h). */
struct stream *storage_store_pack(const struct storage_store *store, const char *layer,
                                  struct error *err);

#endif
