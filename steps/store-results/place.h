/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a document belongs: thoth-storages' key layout, and ours below
 * build-analysis/ (docs/documents.md).  Pure.
 */
#ifndef PLACE_H
#define PLACE_H

#include <jansson.h>

#include "error.h"
#include "strbuf.h"

struct place {
    struct strbuf key;     /* "observations/observation-..." */
    struct strbuf pointer; /* "analysis-by-digest/sha256:...", empty for none */
    const char *id;        /* borrowed from the document */
    const char *kind;      /* result.schema.kind, "" for what has none */
};

void place_init(struct place *place);
void place_release(struct place *place);
#define PLACE_AUTO(name)                                       \
    __attribute__((cleanup(place_release))) struct place name; \
    place_init(&(name))

/*
 * Checks the envelope and the id, and fills place, whose strings live as long as
 * document.  A document of a kind that is known here must have that kind's prefix
 * in its id; all others go to build-analysis/other/.  ERROR_MALFORMED says what
 * is wrong with the document.
 */
bool place_document(struct place *place, const json_t *document, struct error *err);

/*
 * Appends the key under which what has this id lies, if it is stored: at 0 where its form says, at 1 in the
 * folder of all other kinds.  ERROR_MALFORMED when it cannot be an id.
 */
#define PLACES_OF_ID 2
bool place_of_id(struct strbuf *key, struct span id, size_t at, struct error *err);

/* True of the id of a build log as thoth-storages keeps it. */
bool place_is_raw_log(struct span id);

/*
 * Appends what all keys start with to out: prefix and deployment, each followed by
 * '/' and left out when NULL or empty.  ERROR_USAGE when they cannot be part of a key.
 */
bool place_prefix(struct strbuf *out, const char *prefix, const char *deployment,
                  struct error *err);

#endif
