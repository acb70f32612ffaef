/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A repository in a registry (distribution-spec): manifests and blobs, read over HTTPS.
 *
 * Open one for a reference, ask, close.  Where it is asked is the configuration's business: mirrors
 * first, in their order (registries_conf.h); the first that has the manifest gives the blobs, too.
 * Errors carry the registry's own words: not found is ERROR_NO_INPUT, refused ERROR_PERMISSION, what may
 * pass (network, 408, 429, 5xx) ERROR_TRY_AGAIN after tries with backoff for the time that the options
 * give, wrong answers ERROR_MALFORMED.  Authorization never crosses to another host or port.
 */
#ifndef REGISTRY_H
#define REGISTRY_H

#include "image.h"
#include "image_source.h"
#include "reference.h"
#include "registry_pool.h"
#include "stream.h"

struct registry;

/* All is borrowed until the registry is closed. */
struct registry_options {
    bool
        plain_http; /* --tls-verify=false: HTTPS unverified, and plain HTTP where that is all there is */
    const char *authfile; /* NULL: where logins usually lie (credentials.h) */
    const char *cert_dir; /* NULL: where certificates usually lie (certs_d.h) */
    long retry_seconds;
    const char *login_variable; /* an environment variable that may hold USER:PASSWORD, or NULL */
};

/* For a reference with TRANSPORT_REGISTRY, which is borrowed. Nothing is asked yet. NULL with err set, as when it is blocked. */
struct registry *registry_open(const struct reference *ref, const struct registry_options *options,
                               struct error *err);
/* After all streams that it gave. */
void registry_close(struct registry *registry);
DEFINE_CLEANUP(cleanup_registry, struct registry *, registry_close)

/*
 * The descriptor of what the reference's digest, or else its tag, names.  The manifest and the
 * config that were read last are kept: reading them again asks nothing.
 */
bool registry_resolve(struct registry *registry, struct descriptor *ret, struct error *err);
/* What registry_resolve() found last. */
const struct descriptor *registry_root(const struct registry *registry);
/* The place that is asked, for requests that have no call here; borrowed. */
struct registry_pool *registry_asked(const struct registry *registry);
/* Manifests and configs of this repository, verified, as image_load() wants them; context is the registry. */
struct image_source registry_source(struct registry *registry);
/*
 * The bytes of a blob from first on, unverified; any number may be open on any threads.  A connection that
 * breaks is made again, and asked for the rest.
 */
struct stream *registry_open_blob(struct registry *registry, const struct descriptor *blob,
                                  uint64_t first, struct error *err);
/* True when the registry has a blob; ERROR_NO_INPUT when it has not. */
bool registry_has_blob(struct registry *registry, const struct descriptor *blob, struct error *err);
/* All that is under way, on any thread, fails within a second, as what may pass. */
void registry_stop(struct registry *registry);
/* What the registry itself warned of (masked), or NULL; once no stream is open. */
const char *registry_warning(const struct registry *registry);

#endif
