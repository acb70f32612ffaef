/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A log from a file or from stdin, as it streams, into an analysis:
 *
 *     struct stream *in = input_open(path, err);
 *     input_read(in, analysis, &identity, err);
 *
 * The bytes may be packed (inflate.h), in UTF-16 with a byte order mark, or any others; lines are
 * counted in what was unpacked and, as bytes are, in UTF-8.  Two JSON documents are read as the log
 * that they hold: thoth-storages' {"kind": "BuildLog", "log": TEXT}, as it streams, and the answer
 * of Loki's query_range, whose lines are put in the order of their times first.
 */
#ifndef INPUT_H
#define INPUT_H

#include "identity.h"
#include "stream.h"

/* "-" is stdin. NULL with err set. */
struct stream *input_open(const char *path, struct error *err);
/*
 * Feeds all of in to a (analysis_finish is the caller's), and sets *ret_identity.  No bytes at all is ERROR_NO_INPUT.
 * Packed bytes that are cut or damaged after some of the log was read end it, and a->damaged tells.
 */
bool input_read(struct stream *in, struct analysis *a, struct log_identity *ret_identity,
                struct error *err);

#endif
