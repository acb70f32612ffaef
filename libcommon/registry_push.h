/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blobs and manifests written to a repository (distribution-spec, "Push").
 *
 * A blob that is there is not sent; one of another repository of the same registry is mounted from it,
 * any other one uploaded (registry_upload.h).
 *
 * A struct registry_push may be used by several threads.  Errors are those of registry.h.
 */
#ifndef REGISTRY_PUSH_H
#define REGISTRY_PUSH_H

#include "image.h"
#include "registry.h"
#include "registry_upload.h"

struct registry_push;

/*
 * For a reference with TRANSPORT_REGISTRY; both are borrowed. mount_from: another repository of the same
 * registry, or NULL.  Mirrors are not written to; a registry that registries.conf blocks is refused.  NULL
 * with err set.
 */
struct registry_push *registry_push_open(const struct reference *ref,
                                         const struct registry_options *options,
                                         const char *mount_from, struct error *err);
void registry_push_close(struct registry_push *push);
DEFINE_CLEANUP(cleanup_registry_push, struct registry_push *, registry_push_close)
/* What other threads have under way ends soon, as a failure that may pass. */
void registry_push_stop(struct registry_push *push);

/* What the registry warned of (masked), or NULL; once nothing is under way. */
const char *registry_push_warning(const struct registry_push *push);

/* How a blob came to be there. */
enum push_way { PUSH_THERE, PUSH_MOUNTED, PUSH_SENT };

/* open_rest NULL: there are no bytes, and a blob that is not there is ERROR_NO_INPUT. */
bool registry_push_blob(struct registry_push *push, const struct descriptor *blob,
                        registry_open_rest *open_rest, void *context, enum push_way *ret_way,
                        struct error *err);

/*
 * Writes a manifest or an index, after what it refers to, under name (a tag; NULL: its digest alone),
 * and asks the registry for its digest, or, where it does not tell that, for its bytes.  *ret_held: the digest
 * that it tells, which may be of another algorithm, as registries have manifests under their SHA-256 alone.
 */
bool registry_push_manifest(struct registry_push *push, const struct descriptor *manifest,
                            struct span bytes, const char *name, struct digest *ret_held,
                            struct error *err);

#endif
