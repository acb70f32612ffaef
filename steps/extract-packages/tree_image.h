/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a root file system on disk is called as an image of one layer.
 *
 * Nobody gave it a digest, and hashing all its bytes would read what nobody wants.  So it is known
 * by what was read: the SHA-256 of the list of its entries (type, path, size or target) and the
 * facts of the files that catalogers read.  The same content in another place is the same image, and so is
 * one that differs only in what no cataloger looks at and what leaves sizes as they are.
 */
#ifndef TREE_IMAGE_H
#define TREE_IMAGE_H

#include "image.h"
#include "tree_scan.h"

/* facts are those of all catalogers. */
struct digest tree_image_digest(const struct tree_account *account,
                                const struct layer_facts *facts);
/* An image of one layer that has no digest yet. */
void tree_image_begin(struct image *image, const char *reference);
/*
 * Gives the layer its digest and size in bytes, and the image the config and manifest that follow from
 * them.
 */
bool tree_image_finish(struct image *image, const struct digest *layer, uint64_t size,
                       struct error *err);

#endif
