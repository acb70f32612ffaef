/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The step's output: the document, the page, or the findings on the rules, to
 * stdout or to a file that appears whole or not at all.
 */
#ifndef EMIT_H
#define EMIT_H

#include <time.h>

#include "analysis.h"
#include "digest.h"

struct emit {
    const char *path; /* NULL: stdout */
    bool pretty;
    bool verbose;
    const char *document_id; /* the caller's, or NULL */
    const char *input;       /* the log's name, for metadata.arguments */
    struct digest identity;  /* of the log's bytes */
    time_t started;
};

bool emit_document(const struct analysis *a, const struct emit *emit, struct error *err);
bool emit_text(const struct analysis *a, const struct emit *emit, bool colour, struct error *err);
/*
 * Checks the rules of the folder (NULL: the built-in ones) and writes what is
 * wrong with them to stdout; ERROR_MALFORMED if there is anything.
 */
bool emit_rules_check(const char *folder, struct error *err);

#endif
