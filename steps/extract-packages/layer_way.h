/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is to be done with each layer of an image or an artifact, from its manifest and from which blobs
 * are there; and the warnings of what was not read.
 *
 * Who scans an image with a model as one of its layers wants the packages of the others, so a
 * layer of no image's type is looked at, and where it is no tar told in a warning.  A layer that
 * claims to be an image's and is no tar is a broken image: an error.  An artifact's own layers (a chart's
 * too, which are tar) are no part of any root file system, and stay closed.
 */
#ifndef LAYER_WAY_H
#define LAYER_WAY_H

#include "findings.h"
#include "image.h"
#include "layer_facts.h"
#include "source.h"

enum layer_way {
    LAYER_READ,    /* it is a layer, or the image is broken */
    LAYER_IF_TAR,  /* a layer if its bytes are a tar */
    LAYER_NOT_ONE, /* an artifact's: not opened */
    LAYER_FOREIGN, /* registries need not have it, and it is not there: its facts may be cached */
};

/*
 * One for each layer of image; the caller frees it.  NULL with err set when a layer is encrypted:
 * ERROR_CONFIGURATION, as nothing is wrong with it but that there is no key here; and when it cannot be found out
 * whether one that need not be there is.
 */
enum layer_way *layer_ways_new(const struct image *image, struct source *source, struct error *err);

/* unread says which layers were not read after all.  Tells of an image of Windows, too. */
void layer_ways_warn(const struct image *image, const enum layer_way *ways, const bool *unread,
                     struct findings *findings);

#endif
