/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A blob's bytes from a registry (distribution-spec, "Pulling blobs"), whatever becomes of
 * connections on the way: what breaks is asked for again from where it broke (RFC 9110, 14), at the
 * registry itself, since the place that it redirected to may be good for one answer only.  Servers that
 * answer with the whole, or with another part, are read from the start, and what is had already is passed
 * over.  The bytes are not verified, and errors do not name the blob.
 *
 * A foreign layer (media_type.h) that the registry has not is asked for where its descriptor says, as a redirect
 * of the registry's would be followed: without a login (CVE-2020-15157), to no inner host that the registry is not
 * in, over HTTPS where the registry speaks it.  What is not there either is missing in the registry.
 */
#ifndef REGISTRY_BLOB_H
#define REGISTRY_BLOB_H

#include "image.h"
#include "registry_pool.h"

/* Of blob, from byte first on; the pool must outlive it. NULL with err set. */
struct stream *registry_blob_open(struct registry_pool *pool, const struct descriptor *blob,
                                  uint64_t first, struct error *err);

/* Whether the registry has blob. */
bool registry_blob_is_there(struct registry_pool *pool, const struct descriptor *blob,
                            bool *ret_there, struct error *err);

#endif
