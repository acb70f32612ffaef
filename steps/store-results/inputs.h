/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inputs of one run, each passed to the keeper: files of one or more documents,
 * folders (their *.json, in the order of their names, not deeper), stdin, and raw
 * logs.  An input that cannot be read is refused as a document is (keep.h).
 */
#ifndef INPUTS_H
#define INPUTS_H

#include "cli.h"
#include "keep.h"
#include "options.h"

/* path: a file, a folder, or "-". False with err set when the run must end. */
bool inputs_add_documents(struct keeper *keeper, const char *path, struct error *err);
/* path: a file or "-". The same. */
bool inputs_add_raw_log(struct keeper *keeper, const char *path, struct error *err);
/*
 * What waits in the spool first, then the operands, then --raw-log; stdin where none of these is given.
 */
bool inputs_add_all(struct keeper *keeper, const struct options *options,
                    const struct cli_operands *operands, struct error *err);

#endif
