/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an observation keeps of an image: which one it is, and a few facts that
 * people group builds by.  Pure.
 */
#ifndef IMAGE_FACTS_H
#define IMAGE_FACTS_H

#include <jansson.h>

#include "error.h"

/*
 * The observation's "base" or "output" (a new reference) of an image analysis, or
 * of what the request says of the image ({reference, digest}) when there is no
 * analysis; JSON null when there is neither.
 */
json_t *image_facts(const json_t *analysis, const json_t *requested);

#endif
