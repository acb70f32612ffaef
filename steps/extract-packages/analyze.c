/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyze.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogers.h"
#include "document.h"
#include "extraction.h"
#include "facts_cache.h"
#include "sandbox.h"
#include "strict.h"
#include "write_analysis.h"
#include "xalloc.h"

struct analyze {
    const struct options *options;
    const struct format_choices *choices;
    const struct input *input;
    struct extraction_options how;
    time_t started;
    struct analyze_result *result; /* shared by both processes */
};

static bool extract_and_write(void *context, struct error *err)
{
    const struct analyze *a = context;
    const struct image *image = &a->input->image;
    struct findings findings;
    bool done;

    findings_init(&findings);
    done = extract(image, a->input->layout, &a->how, &findings, &a->result->work, err) ||
           error_prefix(err, "image '%s'", QUOTE(image->reference));
    done = done && write_analysis(a->options, a->choices, a->input, &findings, a->started, err);
    if (done && a->options->strict)
        strict_check(&findings, &a->result->lost);
    findings_release(&findings);
    return done;
}

/* ---- what the confined process needs open ---- */

static bool has_facts(const struct analyze *a, const struct digest *blob)
{
    struct layer_cache_key key = facts_cache_key(blob, layer_form_of(&a->input->image));

    return a->how.cache && layer_cache_holds(a->how.cache, &key);
}

/* Opens the blobs of the layers that are to be read; ret_closed says which are not. */
static bool open_layers(const struct analyze *a, bool all, bool *ret_closed, struct error *err)
{
    const struct image *image = &a->input->image;

    for (size_t i = 0; i < image->layer_count; i++) {
        const struct layer *layer = &image->layers[i];

        ret_closed[i] = !all && has_facts(a, &layer->blob.digest);
        if (ret_closed[i] || layer->absent || !layer_way_opens(a->input->ways[i]))
            continue;
        if (!layout_hold_blob(a->input->layout, &layer->blob, err))
            return error_prefix(err, "layer %s", DIGEST_TEXT(&layer->blob.digest)) ||
                   error_prefix(err, "image '%s'", QUOTE(image->reference));
    }
    return true;
}

static bool hold_cache(const struct analyze *a, struct digest *blobs, struct error *err)
{
    const struct image *image = &a->input->image;

    for (size_t i = 0; i < image->layer_count; i++)
        blobs[i] = image->layers[i].blob.digest;
    return !a->how.cache ||
           layer_cache_hold(a->how.cache, blobs, image->layer_count, a->how.warn, err);
}

/* What was noted before an error is right all the same, but for one of ours. */
static void settle(const struct analyze *a, bool done, const struct error *err)
{
    struct error why = {0};

    if (a->how.cache && (done || err->kind != ERROR_BUG) &&
        !layer_cache_settle(a->how.cache, &why)) {
        error_prefix(&why, "layer cache");
        a->how.warn(&why);
    }
}

static bool run_confined(struct analyze *a, struct error *err)
{
    size_t count = a->input->image.layer_count;
    CLEANUP(cleanup_free) struct digest *blobs = xcalloc(count, sizeof *blobs);
    CLEANUP(cleanup_free) bool *closed = xcalloc(count, sizeof *closed);
    bool done;

    sandbox_allow_many_files();
    document_prepare();
    if (!hold_cache(a, blobs, err) || !open_layers(a, false, closed, err))
        return false;
    a->how.closed = closed;
    done = sandbox_run(extract_and_write, a, err);
    if (!done && a->result->work.stopped) {
        error_clear(err);
        done = open_layers(a, true, closed, err) && sandbox_run(extract_and_write, a, err);
    }
    settle(a, done, err);
    return done;
}

/* Asked here, as the confined process cannot read it. */
static uint64_t processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count > 0 ? (uint64_t)count : 1;
}

/* The confined process wrote it: a message may lack its end. */
static struct analyze_result take_result(struct analyze_result *shared)
{
    struct analyze_result result = *shared;

    result.lost.message[sizeof result.lost.message - 1] = '\0';
    sandbox_unshare(shared, sizeof *shared);
    return result;
}

bool analyze(const struct analyze_request *request, struct analyze_result *ret_result,
             struct error *err)
{
    const struct options *options = request->options;
    const struct selection *selection = request->selection;
    struct layer_cache *cache = request->cache;
    /* What goes into a cache is complete; without one only what is told is read. */
    struct analyze a = {
        .options = options,
        .choices = request->choices,
        .input = request->input,
        .how = {.catalogers = cache ? catalogers : selection->catalogers,
                .cataloger_count = cache ? catalogers_count : selection->cataloger_count,
                .selection = selection,
                .all_layers = options->scope && strcmp(options->scope, "all-layers") == 0,
                .verify_diff_ids = options->verify_diff_id,
                .max_inflated = options->max_inflated,
                .jobs = options->jobs ? options->jobs : processors(),
                .cache = cache,
                .ways = request->input->ways,
                .warn = request->warn},
        .started = document_now(),
        .result = sandbox_share(sizeof *a.result),
    };
    bool done = options->no_sandbox ? extract_and_write(&a, err) : run_confined(&a, err);

    *ret_result = take_result(a.result);
    return done;
}
