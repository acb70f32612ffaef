/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inputs of one run, each passed to the keeper: files of one or more documents,
 * folders (their *.json, in the order of their names, not deeper), stdin, and raw
 * logs.
 *
 * A document that is refused does not keep the others from being stored: what
 * went wrong first is told at the end, with the number of those after it.  A
 * failure of the store itself ends the run.
 */
#ifndef INPUTS_H
#define INPUTS_H

#include "keep.h"

struct inputs {
    struct keeper *keeper;
    uint64_t kept;
    uint64_t refused;
    struct error first; /* of what was refused */
};

/* path: a file, a folder, or "-". False with err set when the run must end. */
bool inputs_add_documents(struct inputs *in, const char *path, struct error *err);
/* path: a file or "-". The same. */
bool inputs_add_raw_log(struct inputs *in, const char *path, struct error *err);
/* False with err set if anything was refused. */
bool inputs_finish(struct inputs *in, struct error *err);

#endif
