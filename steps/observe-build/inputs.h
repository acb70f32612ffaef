/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The documents that an observation is made of.
 *
 * A named file that is not there counts as absent: Argo leaves an optional
 * artifact away, and one analysis that failed must not lose the others.  An empty
 * file is an error, as it says that the step before failed.  Several inputs may be
 * "-": stdin is then read once, and its documents are told apart by their kind;
 * of two image analyses the first is the base's.
 */
#ifndef INPUTS_H
#define INPUTS_H

#include <jansson.h>

#include "error.h"

enum input { INPUT_BASE, INPUT_OUTPUT, INPUT_LOG, INPUT_REQUEST };
#define INPUT_COUNT 4

struct inputs {
    const char *paths[INPUT_COUNT]; /* NULL: not given; the caller's */
    json_t *documents[INPUT_COUNT]; /* NULL: absent */
    bool not_there[INPUT_COUNT];    /* it was named, and there is no such file */
};

#define INPUTS_AUTO(name) __attribute__((cleanup(inputs_release))) struct inputs name = {0}
void inputs_release(struct inputs *in);

/*
 * Reads what paths name; with no path at all, stdin as if all were "-" but that a
 * single image analysis is the output's.  None present is ERROR_NO_INPUT, a
 * document of another kind ERROR_MALFORMED naming both.
 */
bool inputs_read(struct inputs *in, struct error *err);

/* "base", "output", "log", "request" */
const char *input_name(enum input which);

#endif
