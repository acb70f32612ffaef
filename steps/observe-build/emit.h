/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The observation on its way out: as a document, or as a page for people. */
#ifndef EMIT_H
#define EMIT_H

#include <time.h>

#include "build.h"

struct emit {
    const char *path; /* NULL: stdout */
    bool pretty;
    const char *document_id; /* what the caller wants, or NULL */
    const struct build_given *given;
    time_t started;
};

bool emit_document(const struct emit *emit, const struct inputs *in, const json_t *result,
                   struct error *err);
/* format is "text" (colour: as ECMA-48 sequences), "markdown" or "html". */
bool emit_page(const struct emit *emit, const json_t *result, const char *format, bool colour,
               struct error *err);

#endif
