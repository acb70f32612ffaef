/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The work from an opened image to written formats, in a process that is confined (sandbox.h)
 * unless the options say otherwise.
 *
 * What it reads and writes is opened before: the formats' outputs, the layers' blobs but for
 * those whose facts the cache has, and these.  Should such facts turn out to be of no use, the
 * work is begun once more with all blobs open.
 */
#ifndef ANALYZE_H
#define ANALYZE_H

#include "extraction.h"
#include "formats.h"
#include "input.h"
#include "layer_cache.h"
#include "options.h"

/* What the confined process tells but for what it writes. */
struct analyze_result {
    struct extraction_work work;
    struct error lost; /* with --strict, where something was not read: of what was written */
};

/* All borrowed. */
struct analyze_request {
    const struct options *options;
    const struct format_choices *choices; /* their outputs are open; the caller commits them */
    const struct selection *selection;
    const struct input *input;
    struct layer_cache *cache; /* NULL: none */
    void (*warn)(const struct error *why);
};

bool analyze(const struct analyze_request *request, struct analyze_result *ret_result,
             struct error *err);

#endif
