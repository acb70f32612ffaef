/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extraction.h"

#include <stdlib.h>

#include "json_in.h"
#include "scope.h"
#include "second_look.h"
#include "tree_image.h"
#include "xalloc.h"

/* Everything between the layers and the findings. */
struct extraction {
    struct wanted_list wanted;
    struct layer_reader reader;
    struct layer_facts *layers;
    bool *unread; /* of each layer */
    size_t layer_count;
    struct overlay overlay;
    struct late_folders folders;
    struct second_look look;
    struct digest tree; /* see struct extraction_work */
};

/* What follows from the layers that are laid over one another. */
static void release_overlay(struct extraction *x)
{
    overlay_release(&x->overlay);
    late_folders_release(&x->folders);
    second_look_release(&x->look);
    x->overlay = (struct overlay){0};
    x->folders = (struct late_folders){0};
    x->look = (struct second_look){0};
}

static void extraction_release(struct extraction *x)
{
    release_overlay(x);
    for (size_t i = 0; i < x->layer_count; i++)
        layer_facts_release(&x->layers[i]);
    free(x->layers);
    free(x->unread);
    wanted_list_release(&x->wanted);
    layer_reader_release(&x->reader);
}

/* ---- what catalogers are given ---- */

static struct file_facts facts_for(const struct seen_file *seen)
{
    return (struct file_facts){
        .path = span_string(seen->path),
        .real = span_string(seen->real ? seen->real : seen->path),
        .wanted = seen->wanted,
        .facts = span_of(seen->file->facts, seen->file->facts_len),
        .layer = seen->layer,
    };
}

/* The history of a path, newest first; its entries live in arena, which has room for all files. */
static const struct file_facts *history(const struct overlay *o, size_t index,
                                        struct file_facts *arena)
{
    const struct file_facts *first = NULL;
    struct file_facts *above = NULL;

    for (; index != OVERLAY_NONE; index = o->files[index].below) {
        struct file_facts *facts = &arena[index];

        /* A layer whose version could not be read breaks the history. */
        if (!o->files[index].file || !o->files[index].file->facts)
            break;
        *facts = facts_for(&o->files[index]);
        if (above)
            above->below = facts;
        else
            first = facts;
        above = facts;
    }
    return first;
}

static int compare_paths(const void *a, const void *b)
{
    return span_compare(((const struct file_facts *)a)->path, ((const struct file_facts *)b)->path);
}

static void warn_of_problem(struct findings *findings, const struct seen_file *seen)
{
    if (seen->file)
        findings_warn(findings, seen->file->problem_code, span_string(seen->path), "%s",
                      seen->file->problem);
    else
        findings_warn(findings, PROBLEM_MALFORMED, span_string(seen->path),
                      "a hard link to a hard link, and so on: what it leads to is not listed");
}

/* The files of one cataloger; what could not be parsed becomes a warning. */
static size_t gather(const struct overlay *o, const struct cataloger *cataloger,
                     const struct selection *selection, struct findings *findings,
                     struct file_facts *files, struct file_facts *arena)
{
    size_t count = 0;

    for (size_t i = 0; i < o->file_count; i++) {
        const struct seen_file *seen = &o->files[i];

        if (seen->cataloger != cataloger || seen->hidden_by != OVERLAY_NONE)
            continue;
        if (selection && selection_excludes(selection, span_string(seen->path)))
            continue;
        if (!seen->file || seen->file->problem) {
            warn_of_problem(findings, seen);
            continue;
        }
        files[count] = facts_for(seen);
        files[count++].below = history(o, seen->below, arena);
    }
    qsort(files, count, sizeof *files, compare_paths);
    return count;
}

static bool assemble(const struct overlay *o, const struct extraction_options *options,
                     struct findings *findings, struct error *err)
{
    CLEANUP(cleanup_free) struct file_facts *files = xcalloc(o->file_count, sizeof *files);
    CLEANUP(cleanup_free) struct file_facts *arena = xcalloc(o->file_count, sizeof *arena);

    const struct selection *selection = options->selection;
    const struct cataloger *const *catalogers =
        selection ? selection->catalogers : options->catalogers;
    size_t count = selection ? selection->cataloger_count : options->cataloger_count;

    for (size_t i = 0; i < count; i++) {
        const struct cataloger *cataloger = catalogers[i];
        struct file_set set = {.files = files};

        set.count = gather(o, cataloger, selection, findings, files, arena);
        if (!cataloger->assemble(&set, findings, err))
            return error_prefix(err, "%s", cataloger->name);
    }
    return true;
}

static void warn_of_names(const struct extraction *x, struct findings *findings)
{
    for (size_t i = 0; i < x->layer_count; i++)
        if (x->layers[i].passed_over)
            findings_warn(findings, "name-not-read", span_of(NULL, 0),
                          "layer %zu has %llu members whose names are longer than a path can be", i,
                          (unsigned long long)x->layers[i].passed_over);
}

/* Of a tree only what somebody wants is opened, so nobody knows how large the others are. */
static void tell_files(const struct extraction *x, struct findings *findings)
{
    for (size_t i = 0; i < x->layer_count && !x->reader.place.tree; i++) {
        json_t *entry;

        if (x->unread[i])
            continue;
        entry = json_new_object();
        json_put_int(entry, "layer", (int64_t)i);
        folder_sizes_put(entry, &x->layers[i].folders);
        json_append_take(findings->layer_files, entry);
    }
}

/* It has no os-release; the config says what it is. */
static void set_windows(const struct image *image, struct findings *findings)
{
    json_t *version = json_object_get(image->config_json, "os.version");

    json_put_string(findings->operating_system, "id", SPAN_LITERAL("windows"));
    json_put_string(findings->operating_system, "version_id",
                    json_is_string(version) ? json_in_span(version) : span_of("", 0));
}

static bool followed_all(const struct extraction *x, struct error *err)
{
    return !symlinks_are_exhausted(&x->overlay.links) ||
           error_set(err, ERROR_MALFORMED,
                     "its symbolic links lead through more than %llu bytes of names",
                     LIMIT_FOLLOWED);
}

/* Findings of the image that the lowest layers are. */
static bool look_at_layers(struct extraction *x, size_t layer_count,
                           const struct extraction_options *options, struct findings *findings,
                           struct error *err)
{
    if (!overlay_init(&x->overlay, x->layers, layer_count, &x->wanted, err) ||
        !followed_all(x, err))
        return false;
    late_files_find(&x->overlay, &x->folders);
    if (!second_look_run(&x->look, &x->overlay, &x->folders, &x->reader, err))
        return false;
    findings->links = &x->overlay.links;
    if (layer_form_of(x->reader.image) == LAYER_FORM_WINDOWS)
        set_windows(x->reader.image, findings);
    if (!assemble(&x->overlay, options, findings, err))
        return false;
    findings_finish(findings);
    findings->links = NULL;
    return followed_all(x, err);
}

static bool add_removed(struct extraction *x, const struct extraction_options *options,
                        struct findings *findings, struct error *err)
{
    CLEANUP(cleanup_free) bool *removing = scope_removing_layers(&x->overlay);
    struct scope scope;
    bool done = true;

    scope_init(&scope, findings);
    for (size_t layer = x->layer_count; done && layer-- > 1;) {
        struct findings below;

        if (!removing[layer])
            continue;
        release_overlay(x);
        findings_init(&below);
        done = look_at_layers(x, layer, options, &below, err);
        if (done)
            scope_add(&scope, &below, layer);
        findings_release(&below);
    }
    scope_release(&scope);
    return done;
}

static bool run(struct extraction *x, const struct extraction_options *options,
                struct findings *findings, struct error *err)
{
    if (!layer_reader_read_all(&x->reader, &x->wanted, x->layers, err))
        return false;
    warn_of_names(x, findings);
    tell_files(x, findings);
    if (options->ways)
        layer_ways_warn(x->reader.image, options->ways, x->unread, findings);
    tree_account_warn(&x->reader.account, findings);
    if (x->reader.place.tree)
        x->tree = tree_image_digest(&x->reader.account, &x->layers[0]);
    return look_at_layers(x, x->layer_count, options, findings, err) &&
           (!options->all_layers || add_removed(x, options, findings, err));
}

bool extract(const struct image *image, struct layer_place place,
             const struct extraction_options *options, struct findings *findings,
             struct extraction_work *ret_work, struct error *err)
{
    struct extraction x = {
        .layers = xcalloc(image->layer_count, sizeof *x.layers),
        .unread = xcalloc(image->layer_count, sizeof *x.unread),
        .layer_count = image->layer_count,
    };
    bool done;

    layer_reader_init(&x.reader, image, place, options->max_inflated, options->jobs);
    wanted_list_add_catalogers(&x.wanted, options->catalogers, options->cataloger_count);
    x.reader.cache.cache = options->cache;
    x.reader.cache.warn = options->warn;
    x.reader.cache.form = layer_form_of(image);
    x.reader.cache.needs_diff_id = options->verify_diff_ids;
    x.reader.verify_diff_ids = options->verify_diff_ids;
    x.reader.ways = options->ways;
    x.reader.unread = x.unread;
    facts_cache_init(&x.reader.cache, &x.wanted, options->catalogers, options->cataloger_count);
    done = run(&x, options, findings, err);
    if (ret_work)
        *ret_work = (struct extraction_work){x.reader.reads, x.reader.cache.hits, x.layer_count,
                                             x.tree, x.reader.account.bytes};
    extraction_release(&x);
    return done;
}
