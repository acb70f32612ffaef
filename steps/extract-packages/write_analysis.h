/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the findings go: in each format that was chosen, to stdout or a file.
 */
#ifndef WRITE_ANALYSIS_H
#define WRITE_ANALYSIS_H

#include <time.h>

#include "findings.h"
#include "formats.h"
#include "input.h"
#include "options.h"

/* result.schema.version of the document. */
#define ANALYSIS_VERSION "1.2"

/*
 * Opens what is to be written, for who cannot open files later (sandbox.h): stdout, and temporary
 * files beside the others.
 */
bool write_analysis_open(struct format_choices *choices, struct error *err);
/*
 * Writes all that was chosen, one after another.  findings are finished; warnings of the image's
 * own facts are added to them.  started is the time the work began.
 */
bool write_analysis(const struct options *options, const struct format_choices *choices,
                    const struct input *input, struct findings *findings, time_t started,
                    struct error *err);
/* Gives each file its name, whole; those before one that fails stay. */
bool write_analysis_commit(struct format_choices *choices, struct error *err);

/* The image analysis document (struct format). */
bool write_analysis_document(const struct analysis *analysis, const char *version,
                             struct output *out, struct error *err);

#endif
