/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the findings go: the document or the table, to stdout or a file.
 */
#ifndef WRITE_ANALYSIS_H
#define WRITE_ANALYSIS_H

#include <time.h>

#include "findings.h"
#include "input.h"
#include "options.h"

/* findings are finished; started is the time the work began. */
bool write_analysis(const struct options *options, const struct input *input,
                    struct findings *findings, time_t started, struct error *err);

#endif
