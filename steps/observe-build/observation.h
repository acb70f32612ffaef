/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The observation of one build: what was there before, what came of it, what the
 * log says happened.  Its members stand in docs/documents.md and
 * observation.schema.json.  Pure.
 */
#ifndef OBSERVATION_H
#define OBSERVATION_H

#include "document.h"
#include "inputs.h"

/*
 * result's members but "schema", as an object (a new reference); what an absent
 * input would tell is null.  build_id NULL: the request's.  NULL with err set when
 * an input lacks what its kind must have.
 */
json_t *observation_make(const struct inputs *in, const char *build_id, struct error *err);

/*
 * The id: of the build and of the documents that are observed, so that the same
 * work makes the same one.  given is what the caller wants, or NULL.
 */
bool observation_make_id(struct document_id *ret_id, const struct inputs *in, const char *build_id,
                         const char *given, struct error *err);

#endif
