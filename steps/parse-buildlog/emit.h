/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The step's output: the document, the page, or annotations, to stdout or to a file that appears
 * whole or not at all.
 */
#ifndef EMIT_H
#define EMIT_H

#include <time.h>

#include "analysis.h"
#include "identity.h"
#include "output.h"

enum emit_format { EMIT_JSON, EMIT_TEXT, EMIT_GITHUB };

struct emit {
    const char *path; /* NULL: stdout */
    enum emit_format format;
    bool colour;  /* of the page */
    bool explain; /* why each candidate won or lost, on the page */
    bool pretty;
    bool verbose;
    const char *document_id; /* the caller's, or NULL */
    const char *input;       /* the log's name, "-" for stdin */
    struct log_identity identity;
    time_t started;
    struct output out;
};

/* Opens what emit_analysis() writes to, and makes ready for a process that can open nothing. */
bool emit_open(struct emit *emit, struct error *err);
/* Writes; output_commit() of emit->out is the caller's, and output_abort(). */
bool emit_analysis(const struct analysis *a, struct emit *emit, struct error *err);

#endif
