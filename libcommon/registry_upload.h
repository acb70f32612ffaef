/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One blob, written to a repository (distribution-spec, "Pushing a blob in chunks" and "monolithically").
 *
 * Its bytes go in one PATCH, which is gone on with where it broke, as the registry counts them, and
 * where a registry takes no PATCH in one PUT; one that refuses so much at a time is sent parts.  What
 * arrived has the digest that was meant, or the registry says so.  Errors are those of registry.h.
 */
#ifndef REGISTRY_UPLOAD_H
#define REGISTRY_UPLOAD_H

#include "image.h"
#include "registry_pool.h"

/* The bytes of blob from first on; NULL with err set. */
typedef struct stream *registry_open_rest(void *context, const struct descriptor *blob,
                                          uint64_t first, struct error *err);

/*
 * Begins an upload, or, when mount_from is another repository of the registry, has the blob mounted, which
 * registries may refuse by beginning one.  *ret_place is where it goes on, to free; NULL when the blob is
 * there now.
 */
bool registry_upload_begin(struct registry_pool *pool, const struct descriptor *blob,
                           const char *mount_from, char **ret_place, struct error *err);

/* Sends the blob to place_take, or, when that is NULL, to an upload that it begins. */
bool registry_upload_send(struct registry_pool *pool, const struct descriptor *blob,
                          char *place_take, registry_open_rest *open_rest, void *context,
                          struct error *err);

#endif
