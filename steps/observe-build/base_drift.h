/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a build used another image than the base that was analysed: the output of a
 * build from last week, say, stands on what the base's tag led to then.  Pure.
 */
#ifndef BASE_DRIFT_H
#define BASE_DRIFT_H

#include "layers.h"
#include "strbuf.h"

/*
 * The observation's "base_drift" (a new reference).  log may be NULL.
 *
 *     state         same: built on this very image
 *                   drifted: on another image of the same name, mostly an older one
 *                   other: on an image of another name
 *                   unknown
 *     confidence    0 to 1
 *     evidence      what tells it, the strongest first (docs/documents.md)
 *     recorded      {name, digest} as the output's labels name its base, each may be null
 *     shared_layers how many of the first layers both have
 *     behind_seconds how much older than the base the image is that was built on; null: not known
 */
json_t *base_drift(const json_t *base, const json_t *output, const json_t *log,
                   const struct layers *layers);

/* What an observation's result says of it, for a page; nothing when the output stands on the base. */
void base_drift_append(struct strbuf *out, const json_t *result);

#endif
