/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One image, from wherever the reference says into a layout.
 */
#ifndef FETCH_H
#define FETCH_H

#include "image.h"
#include "options.h"
#include "referrers.h"

/* What went wrong and does not matter. */
typedef void fetch_warn(const char *text);

/*
 * Finds the image that text names and, unless options say otherwise, copies it into
 * the layout of the options, or of the cache; an `oci:` layout is referred to in place when no
 * other is asked for.  image is filled as the image document wants it,
 * and referrers when options ask for them.
 */
bool fetch_image(const char *text, const struct options *options, fetch_warn *warn,
                 struct image *image, struct referrers *referrers, struct error *err);

#endif
