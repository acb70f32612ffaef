/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layers.h"

#include <stdlib.h>

#include "cleanup.h"
#include "folder_sizes.h"
#include "json_in.h"
#include "member.h"
#include "package_diff.h"
#include "xalloc.h"

/* ---- which are the base's ---- */

static bool same_text(const json_t *a, const json_t *b, const char *key)
{
    struct span text = json_in_span_or_empty(a, key);

    return text.len && span_equal(text, json_in_span_or_empty(b, key));
}

static bool same_layer(const json_t *a, const json_t *b)
{
    return same_text(a, b, "digest") || same_text(a, b, "diff_id");
}

/* The history has entries without a layer between the others. */
static void read_commands(struct layers *layers, const json_t *history)
{
    size_t count = json_array_size(layers->items);
    const json_t *entry;
    size_t i = 0;
    size_t k;

    layers->commands = xcalloc(count + 1, sizeof *layers->commands);
    json_array_foreach (history, k, entry)
        if (i < count && !json_in_bool_or(entry, "empty_layer", false))
            layers->commands[i++] = json_in_span_or_empty(entry, "created_by");
}

/* Who is asked for a layer of each package looks through all of them. */
static bool check_counts(const struct layers *layers, struct error *err)
{
    return (json_array_size(layers->items) <= LIMIT_LAYERS &&
            json_array_size(layers->files) <= LIMIT_LAYERS) ||
           error_set(err, ERROR_MALFORMED, "more than %d layers", LIMIT_LAYERS);
}

bool layers_read(struct layers *ret, const json_t *base, const json_t *output, struct error *err)
{
    const json_t *below = json_in_find(base, "result.image.layers");
    size_t count = json_array_size(below);

    *ret = (struct layers){.items = json_in_find(output, "result.image.layers"),
                           .files = json_in_find(output, "result.layer_files"),
                           .base_known = below};
    if (!check_counts(ret, err))
        return false;
    while (ret->shared < count &&
           same_layer(json_array_get(below, ret->shared), json_array_get(ret->items, ret->shared)))
        ret->shared++;
    ret->on_base = below && ret->items && ret->shared == count;
    read_commands(ret, json_in_find(output, "result.history"));
    return package_list_read_removed(&ret->removed, output, err);
}

void layers_release(struct layers *layers)
{
    package_list_release(&layers->removed);
    free(layers->commands);
}

static struct span digest_of(const struct layers *layers, size_t i)
{
    return json_in_span_or_empty(json_array_get(layers->items, i), "digest");
}

/* The number of layers when there is none of that digest. */
static size_t find(const struct layers *layers, struct span digest)
{
    size_t i = 0;

    while (i < json_array_size(layers->items) && !span_equal(digest_of(layers, i), digest))
        i++;
    return i;
}

bool layers_is_of_build(const struct layers *layers, struct span digest)
{
    size_t i = find(layers, digest);

    return layers->on_base && i >= layers->shared && i < json_array_size(layers->items);
}

bool layers_is_of_base(const struct layers *layers, struct span digest)
{
    return layers->on_base && find(layers, digest) < layers->shared;
}

struct span layers_remover(const struct layers *layers, const struct package *package)
{
    const struct package *removed = package_list_find_same(&layers->removed, package);

    if (removed)
        return json_in_span_or_empty(removed->entry, "removed_by");
    if (layers->on_base && json_array_size(layers->items) == layers->shared + 1)
        return digest_of(layers, layers->shared);
    return span_of(NULL, 0);
}

/* ---- who made them ---- */

static struct span plain_command(struct span command)
{
    size_t shell = span_find(command, "/bin/sh -c ");

    if (span_starts_with(command, "|") && shell < command.len)
        command = span_skip(command, shell);
    span_eat(&command, "/bin/sh -c ");
    command = span_trim(command);
    span_eat(&command, "#(nop) ");
    return span_trim(command);
}

struct span layers_command(const struct layers *layers, struct span digest)
{
    size_t i = find(layers, digest);

    return i < json_array_size(layers->items) ? plain_command(layers->commands[i])
                                              : span_of(NULL, 0);
}

/* ---- the files in them ---- */

/* Those of layer number i, or NULL; a layer that was not read has no entry. */
static const json_t *files_of(const struct layers *layers, size_t i)
{
    struct span digest = digest_of(layers, i);
    const json_t *entry;
    size_t k;

    json_array_foreach (layers->files, k, entry)
        if (digest.len && span_equal(json_in_span_or_empty(entry, "layer"), digest))
            return entry;
    return NULL;
}

json_t *layers_files_added(const struct layers *layers)
{
    struct folder_sizes sizes = {0};
    bool known = layers->on_base;
    json_t *added = json_new_object();

    for (size_t i = layers->shared; known && i < json_array_size(layers->items); i++) {
        const json_t *files = files_of(layers, i);

        known = files;
        folder_sizes_add_told(&sizes, files);
    }
    folder_sizes_put(added, &sizes);
    folder_sizes_release(&sizes);
    if (known)
        return added;
    json_decref(added);
    return json_null();
}

/* ---- the table ---- */

struct counts {
    int64_t added;
    int64_t removed;
    int64_t changed;
};

static void count_change(const struct layers *layers, struct counts *counts,
                         const struct package_change *change)
{
    struct span digest = change->to ? json_in_span_or_empty(change->to->entry, "layer")
                                    : layers_remover(layers, change->from);
    size_t i = find(layers, digest);

    if (i == json_array_size(layers->items))
        return;
    counts[i].added += !change->from;
    counts[i].removed += !change->to;
    counts[i].changed += change->from && change->to;
}

/* "base", "build", or null of an output that is built on another base. */
static json_t *origin_of(const struct layers *layers, size_t i)
{
    if (i < layers->shared)
        return json_new_string(SPAN_LITERAL("base"));
    return layers->on_base ? json_new_string(SPAN_LITERAL("build")) : json_null();
}

static json_t *describe(const struct layers *layers, size_t i, const struct counts *counts)
{
    json_t *layer = json_new_object();
    const json_t *files = files_of(layers, i);
    struct span command = plain_command(layers->commands[i]);

    json_put_string(layer, "digest", digest_of(layers, i));
    member_copy(layer, "size", json_array_get(layers->items, i), "size", JSON_INTEGER);
    member_copy(layer, "files", files, "files", JSON_INTEGER);
    member_copy(layer, "bytes", files, "bytes", JSON_INTEGER);
    json_put_take(layer, "from", origin_of(layers, i));
    json_put_take(layer, "created_by", command.len ? json_new_string(command) : json_null());
    json_put_int(layer, "added", counts->added);
    json_put_int(layer, "removed", counts->removed);
    json_put_int(layer, "changed", counts->changed);
    return layer;
}

json_t *layers_table(const struct layers *layers, const struct package_diff *diff)
{
    size_t count = json_array_size(layers->items);
    CLEANUP(cleanup_free) struct counts *counts = xcalloc(count + 1, sizeof *counts);
    json_t *table = json_new_array();

    for (size_t i = 0; i < diff->count; i++)
        count_change(layers, counts, &diff->items[i]);
    for (size_t i = 0; i < count; i++)
        json_append_take(table, describe(layers, i, &counts[i]));
    return table;
}
