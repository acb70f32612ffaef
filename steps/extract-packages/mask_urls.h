/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last step before rows are written: what an image's files say of addresses may have the
 * password in it that they were fetched with, in a requirement ("a @ https://user:password@host/a"),
 * a licence or a version as well as in what is an address.
 */
#ifndef MASK_URLS_H
#define MASK_URLS_H

#include <jansson.h>

/* Masks (redact_append_urls) all strings of a tree, which nests at most LIMIT_JSON_DEPTH deep. */
void mask_urls(json_t *tree);

#endif
