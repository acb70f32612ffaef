/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The observation of one build: what was there before, what came of it, what the
 * log says happened.  Its members stand in docs/documents.md and
 * observation.schema.json.  Pure.
 */
#ifndef OBSERVATION_H
#define OBSERVATION_H

#include "build.h"
#include "document.h"

/*
 * result's members but "schema", as an object (a new reference); what an absent
 * input would tell is null.  NULL with err set when an input lacks what its kind
 * must have.
 */
json_t *observation_make(const struct inputs *in, const struct build_given *given,
                         struct error *err);

/*
 * The id: of the build and of the documents that are observed, so that the same
 * work makes the same one.  wanted is what the caller wants it to be, or NULL.
 */
bool observation_make_id(struct document_id *ret_id, const struct inputs *in,
                         const struct build_given *given, const char *wanted, struct error *err);

#endif
