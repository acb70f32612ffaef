/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The work from an opened input to written formats, in a process that is confined (sandbox.h)
 * unless the options say otherwise.
 *
 * What it writes is opened before; what it reads is too, or it asks for it (broker.h): blobs and
 * documents by their names in the layout, entries of the cache by their keys.
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
    struct input *input;       /* opened; loaded here, where it is not confined */
    struct layer_cache *cache; /* NULL: none */
    void (*warn)(const struct error *why);
};

bool analyze(const struct analyze_request *request, struct analyze_result *ret_result,
             struct error *err);

#endif
