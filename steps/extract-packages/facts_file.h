/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layer's facts as bytes, for the layer cache.
 *
 * The bytes begin with the digest of what was wanted of the layer; other catalogers or
 * patterns than the reader's make them another's.  (Catalogers are named in them, and patterns
 * counted, so that what follows tells of the layer alone.)  Next is a byte 1 and the digest of the
 * inflated bytes, or a byte 0 where nobody hashed them.  Then come numbers (7 bits a byte, the
 * lowest first, the top bit says that more follow), strings (a number, then as many bytes)
 * and the hashes of the members (8 bytes each, the lowest first), in the order of
 * facts_file_write().  Which of the layer's members replaced which stays as it was, so that
 * facts that come out do for the overlay what those did that went in.
 *
 * What is read may have been damaged on purpose: it costs no more time and memory than a
 * layer of its size, and makes facts that are safe to work with, true or not.
 */
#ifndef FACTS_FILE_H
#define FACTS_FILE_H

#include "layer_facts.h"
#include "strbuf.h"

/* What the facts are of. */
struct facts_terms {
    const struct cataloger *const *catalogers; /* all that any of the files may have */
    size_t cataloger_count;
    struct digest wanted; /* see wanted_list_digest() */
};

/* Appends the bytes; whether they fit shows in out. */
void facts_file_write(const struct layer_facts *facts, const struct facts_terms *terms,
                      struct strbuf *out);
/*
 * Fills facts, which were initialised and are empty; release them also after a failure.
 * False when the bytes are of other terms; with err (ERROR_MALFORMED) when they are none of
 * facts_file_write().
 */
bool facts_file_read(struct span bytes, const struct facts_terms *terms, struct layer_facts *facts,
                     struct error *err);

#endif
