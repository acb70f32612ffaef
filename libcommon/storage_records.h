/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lists a storage's images and layers: images.json and layers.json (github.com/containers/storage).  Pure; what
 * is given back is borrowed from the lists.
 */
#ifndef STORAGE_RECORDS_H
#define STORAGE_RECORDS_H

#include <jansson.h>

#include "error.h"
#include "strbuf.h"

/* An id becomes part of a path: 64 hexadecimal digits, as the storage makes them. */
bool storage_is_id(const char *text);

/*
 * The image that wanted means, as github.com/containers/image reads it: "@ID" and NAME"@"ID, ID or its first digits
 * (three at least where no '@' stands before them) alone; else one of its names, of which with a digest
 * the tag need not be the same.  NULL: there is none.  An id that is short for several is ERROR_USAGE.
 */
const json_t *storage_image_find(const json_t *images, const char *wanted, struct error *err);
/* Appends their names for a message. */
void storage_image_names(const json_t *images, struct strbuf *out);
/* NULL: there is none. */
const json_t *storage_layer_find(const json_t *layers, const char *id);

#endif
