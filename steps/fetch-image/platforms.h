/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The images for all platforms of an index, together (--all-platforms). */
#ifndef PLATFORMS_H
#define PLATFORMS_H

#include "source.h"

/*
 * Loads all images of what s was opened for into set, and into image the one that the document is of: for
 * platform, or, when that is not there and nobody asked for it, the first.
 */
bool platforms_load(struct source *s, const struct platform *platform, bool asked,
                    struct image_set *set, struct image *image, struct error *err);
/* Copies the indexes that lead to images which are in layout already, innermost first. */
bool platforms_copy_indexes(struct source *s, const struct image_set *set, struct layout *layout,
                            struct error *err);
/* What stands in the layout's index.json for them: the index, or the one image. */
const struct descriptor *platforms_root(const struct image_set *set);
/* Bytes of the layers of count images, one that several have counted once. */
uint64_t platforms_size(const struct image *images, size_t count);
/* Notes in image, which the document is of, which they are; an empty set notes nothing. */
void platforms_note(struct image *image, const struct image_set *set);

#endif
