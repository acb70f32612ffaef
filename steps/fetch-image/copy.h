/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image's blobs, from where it lies into an OCI layout. */
#ifndef COPY_H
#define COPY_H

#include "source.h"

/*
 * Copies manifest, config and layers of what was loaded, each verified; those that the layout has
 * already are not asked for.  A foreign layer (media_type.h) that the source does not have is left out.
 */
bool copy_image(struct source *s, const struct image *image, struct layout *layout,
                struct error *err);

#endif
