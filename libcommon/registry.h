/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A repository in a registry (distribution-spec): manifests and blobs, read over
 * HTTPS with the anonymous bearer-token dance.
 *
 * Open one for a reference, ask, close.  Requests follow one another on one
 * connection; a struct registry is not shared between threads.  Errors carry the registry's own words:
 * not found is ERROR_NO_INPUT, refused ERROR_PERMISSION, what may pass (network, 408, 429,
 * 5xx) ERROR_TRY_AGAIN after a few tries with backoff, wrong answers ERROR_MALFORMED.
 * Authorization never crosses to another host or port.
 */
#ifndef REGISTRY_H
#define REGISTRY_H

#include "image.h"
#include "image_source.h"
#include "reference.h"
#include "stream.h"

struct registry;

struct registry_options {
    bool
        plain_http; /* --tls-verify=false: HTTPS unverified, and plain HTTP where that is all there is */
};

/* For a reference with TRANSPORT_REGISTRY, which is borrowed. Nothing is asked yet. Never NULL. */
struct registry *registry_open(const struct reference *ref, const struct registry_options *options);
void registry_close(struct registry *registry);
DEFINE_CLEANUP(cleanup_registry, struct registry *, registry_close)

/*
 * The descriptor of what the reference's digest, or else its tag, names.  The manifest and the
 * config that were read last are kept: reading them again asks nothing.
 */
bool registry_resolve(struct registry *registry, struct descriptor *ret, struct error *err);
/* Manifests and configs of this repository, verified, as image_load() wants them; context is the registry. */
struct image_source registry_source(struct registry *registry);
/* The bytes of a blob, unverified (layout_write_blob verifies); the registry must outlive the stream. */
struct stream *registry_open_blob(struct registry *registry, const struct descriptor *blob,
                                  struct error *err);

#endif
