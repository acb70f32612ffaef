/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image's blobs, from where it lies into an OCI layout. */
#ifndef COPY_H
#define COPY_H

#include "progress.h"
#include "source.h"

/*
 * Copies manifest, config and layers of what was loaded, each verified, up to jobs layers at a
 * time; those that the layout has already are not asked for.  A layer that is marked absent, and a foreign one
 * (media_type.h) that the source does not have, are left out.  progress is told.
 */
bool copy_image(struct source *s, const struct image *image, struct layout *layout, size_t jobs,
                struct progress *progress, struct error *err);

/* Copies one document, as read reads it from s, unless the layout has it. */
bool copy_document(struct source *s, image_source_read *read, const struct descriptor *blob,
                   size_t limit, struct layout *layout, struct error *err);

#endif
