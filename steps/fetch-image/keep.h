/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where an image that was found is from now on: copied into a layout, or referred to where it lies.
 */
#ifndef KEEP_H
#define KEEP_H

#include "fetch.h"
#include "image_source.h"
#include "layer_cache.h"
#include "source.h"

/* One image's way. */
struct fetch {
    const char *text;
    const struct reference *ref;
    const struct options *options;
    fetch_warn *warn;
    struct layer_cache *cache; /* NULL: none */
    struct source *source;
    struct image_set set;  /* empty unless all platforms were asked for */
    struct layout *layout; /* where it is kept; NULL as long as nothing is */
    struct layout *found;  /* the same as it was before, of a registry's image; or NULL */
};

/* Where images are kept: the layout of the options, or the cache. A string to free; NULL with err set. */
char *layout_folder(const struct options *options, struct error *err);

/* f->layout, made where it is not there. */
bool keep_open_layout(struct fetch *f, struct error *err);

/*
 * For an image whose documents are loaded: keeps its blobs, unless the options want none, and says in
 * image where they are (layout) and which are not (absent).
 */
bool keep_image(struct fetch *f, struct image *image, struct error *err);

#endif
