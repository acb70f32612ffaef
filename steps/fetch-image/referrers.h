/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is attached to an image: SBOMs, signatures, attestations.  The list, as it is found (find_referrers.h)
 * and as it stands in the image document (docs/documents.md, image).
 *
 * Release the list; it owns everything in it.
 */
#ifndef REFERRERS_H
#define REFERRERS_H

#include <jansson.h>

#include "image.h"

/* Where it was found. */
enum referrer_place {
    REFERRER_API,        /* the registry lists it (distribution-spec, "Listing Referrers") */
    REFERRER_TAG,        /* in the index with the tag that stands in for that list */
    REFERRER_COSIGN_TAG, /* under cosign's tag: sha256-HEX.sig, .att, .sbom */
    REFERRER_INDEX,      /* beside the image in its index (BuildKit's attestations) */
};

/* An SBOM, or an attestation that holds one. */
struct referrer_document {
    struct descriptor blob;
    char *predicate_type; /* of an attestation; or NULL */
    char *path;           /* where it lies; NULL: it was not kept */
};

struct referrer {
    struct descriptor manifest;
    struct digest subject;
    enum referrer_place place;
    char *artifact_type; /* NULL: its descriptor does not tell */
    json_t *annotations; /* strings, masked and bounded */
    struct referrer_document *documents;
    size_t document_count;
    size_t document_capacity;
};

struct referrers {
    bool asked; /* else the document has no such member */
    struct referrer *items;
    size_t count;
    size_t capacity;
    bool cut; /* there are more than LIMIT_REFERRERS */
};

/*
 * Adds the manifest of entry, a descriptor with artifactType and annotations (image-spec descriptor.md), unless it is
 * there already or the list is full.
 */
bool referrers_add(struct referrers *list, const json_t *entry, const struct digest *subject,
                   enum referrer_place place, struct error *err);
/* All of a parsed index's. */
bool referrers_add_all(struct referrers *list, const json_t *index, const struct digest *subject,
                       enum referrer_place place, struct error *err);
/* An empty record for the caller to fill; valid until the next is added. */
struct referrer_document *referrer_add_document(struct referrer *referrer);
void referrers_release(struct referrers *list);
#define REFERRERS_AUTO(name) __attribute__((cleanup(referrers_release))) struct referrers name = {0}

/* The member "referrers", if they were asked for. */
void referrers_write(struct json_out *w, const struct referrers *list);

#endif
