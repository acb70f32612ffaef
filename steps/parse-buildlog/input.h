/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A log from a stream into an analysis: plain text of any bytes, or the JSON
 * document in which thoth-storages keeps raw logs ({"kind": "BuildLog", "log": TEXT}).
 */
#ifndef INPUT_H
#define INPUT_H

#include "analysis.h"
#include "digest.h"
#include "stream.h"

/*
 * Feeds all of in to a (analysis_finish is the caller's), and sets *ret_identity
 * to the SHA-256 of the raw bytes.  No bytes at all is ERROR_NO_INPUT.
 */
bool input_read(struct stream *in, struct analysis *a, struct digest *ret_identity,
                struct error *err);

#endif
