/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the members of a layer are named, and so under which key of a layer cache its facts lie.
 *
 * A layer of Windows has its root file system below Files/, beside
 * Hives/ (what changed in the registry) and UtilityVM/ (another Windows, to run this one in); nothing in
 * the layer itself says so for certain, as a folder /Files may be in any image, so it is the image's
 * os that tells.
 *
 * Facts are of the layer's bytes in one form, and of nothing else of the image: who keeps them keeps
 * those of each form apart, and a layer that comes back in an image of another os is read again.
 */
#ifndef LAYER_FORM_H
#define LAYER_FORM_H

#include "image.h"
#include "layer_cache.h"

enum layer_form { LAYER_FORM_PLAIN, LAYER_FORM_WINDOWS };

/* By its os. */
enum layer_form layer_form_of(const struct image *image);
/* The key of all facts of a layer, which who reads it and who need not fetch it ask for. */
struct layer_cache_key layer_form_key(const struct digest *blob, enum layer_form form);

#endif
