/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a name to an image: index, nested indexes, manifest, config.
 *
 * Where the documents come from is the source's business (a layout, a registry,
 * an archive); which of them are asked for, in what order and how deep, is the
 * same for all and stands here.
 */
#ifndef IMAGE_SOURCE_H
#define IMAGE_SOURCE_H

#include "image.h"
#include "layout.h"

/* Appends the verified bytes of a document (at most limit) to out. */
typedef bool image_source_read(void *context, const struct descriptor *blob, size_t limit,
                               struct strbuf *out, struct error *err);

struct image_source {
    image_source_read *read_manifest; /* a manifest or an index */
    image_source_read *read_blob;     /* a config */
    void *context;
};

/*
 * Fills manifest, config, layers and platform of image, starting from the
 * descriptor of a manifest or index.  An index is descended, at most LIMIT_INDEX_DEPTH
 * deep, to the manifest for platform.
 */
bool image_load(struct image *image, const struct image_source *source,
                const struct descriptor *start, const struct platform *platform, struct error *err);

/*
 * The descriptor of the entry called tag in a layout's parsed index.json (NULL: the only one).
 * No such tag is ERROR_NO_INPUT and lists those there are.
 */
bool layout_index_find(const json_t *index, const char *tag, struct descriptor *ret,
                       struct error *err);

/*
 * The image called tag in a layout (NULL: the only one), with its layout's path set.  reference is
 * what the user asked for.  No such tag is ERROR_NO_INPUT and lists those there are.
 */
bool image_load_from_layout(struct image *image, const struct layout *layout, const char *tag,
                            const struct platform *platform, const char *reference,
                            struct error *err);

#endif
