/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyze.h"

#include <string.h>
#include <unistd.h>

#include "catalogers.h"
#include "document.h"
#include "extraction.h"
#include "json_in.h"
#include "sandbox.h"
#include "strict.h"
#include "tree_image.h"
#include "write_analysis.h"
#include "xalloc.h"

struct analyze {
    const struct options *options;
    const struct format_choices *choices;
    struct input *input;
    struct extraction_options how;
    time_t started;
    struct analyze_result *result; /* shared by both processes */
    struct findings findings; /* a confined process ends without freeing them: 5 % of a warm run */
};

static bool load(const struct analyze *a, struct error *err)
{
    return input_load(a->input, a->options->platform, err) &&
           (!a->how.cache || layer_cache_tell_layers(a->how.cache, &a->input->image, err));
}

static bool read_layers(struct analyze *a, struct error *err)
{
    struct extraction_work *work = &a->result->work;
    struct image *image = &a->input->image;
    struct layer_place place = {a->input->source, a->input->tree};

    return extract(image, place, &a->how, &a->findings, work, err) &&
           (!place.tree || tree_image_finish(image, &work->tree, work->tree_bytes, err));
}

static bool extract_and_write(void *context, struct error *err)
{
    struct analyze *a = context;

    if (!load(a, err))
        return false;
    a->how.ways = a->input->ways;
    if (!read_layers(a, err))
        return error_prefix(err, "image '%s'", QUOTE(a->input->image.reference));
    if (!write_analysis(a->options, a->choices, a->input, &a->findings, a->started, err))
        return false;
    if (a->options->strict)
        strict_check(&a->findings, &a->result->lost);
    return true;
}

/* ---- confined ---- */

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
    CLEANUP(cleanup_broker) struct broker *broker = broker_new();
    bool done;

    document_prepare();
    digest_prepare();
    json_prepare();
    input_share(a->input, broker);
    if (a->how.cache && !layer_cache_share(a->how.cache, broker, err))
        return false;
    done = sandbox_run(extract_and_write, a, SANDBOX_DATA, broker, err);
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
    bool is_tree = request->input->tree != NULL;
    /* A layer without a digest before it was read is in no cache. */
    struct layer_cache *cache = is_tree ? NULL : request->cache;
    /* What goes into a cache is complete, and so is what a tree is known by; else only what is told is read. */
    bool all = cache || is_tree;
    struct analyze a = {
        .options = options,
        .choices = request->choices,
        .input = request->input,
        .how = {.catalogers = all ? catalogers : selection->catalogers,
                .cataloger_count = all ? catalogers_count : selection->cataloger_count,
                .selection = selection,
                .all_layers = options->scope && strcmp(options->scope, "all-layers") == 0,
                .verify_diff_ids = options->verify_diff_id && !is_tree,
                .max_inflated = options->max_inflated,
                .jobs = options->jobs ? options->jobs : processors(),
                .cache = cache,
                .warn = request->warn},
        .started = document_now(),
        .result = sandbox_share(sizeof *a.result),
    };
    bool done;

    findings_init(&a.findings);
    done = options->no_sandbox ? extract_and_write(&a, err) : run_confined(&a, err);
    findings_release(&a.findings);
    *ret_result = take_result(a.result);
    return done;
}
