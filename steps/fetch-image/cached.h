/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers that need not be fetched, as what they hold is in a layer cache already (layer_cache.h). */
#ifndef CACHED_H
#define CACHED_H

#include "fetch.h"
#include "layer_cache.h"

/*
 * Marks those layers of image as absent whose facts are in the cache, whole; the others are left as they
 * are.  Nothing here fails: an entry that cannot be read is told to warn, and its layer fetched.
 */
void cached_layers_mark(struct layer_cache *cache, struct image *image, fetch_warn *warn);

#endif
