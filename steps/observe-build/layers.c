/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layers.h"

#include "cleanup.h"
#include "folder_sizes.h"
#include "json_in.h"
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

bool layers_read(struct layers *ret, const json_t *base, const json_t *output, struct error *err)
{
    const json_t *below = json_in_find(base, "result.image.layers");
    size_t count = json_array_size(below);

    *ret = (struct layers){.items = json_in_find(output, "result.image.layers"),
                           .history = json_in_find(output, "result.history"),
                           .files = json_in_find(output, "result.layer_files"),
                           .base_known = below};
    while (ret->shared < count &&
           same_layer(json_array_get(below, ret->shared), json_array_get(ret->items, ret->shared)))
        ret->shared++;
    ret->on_base = below && ret->items && ret->shared == count;
    return package_list_read_removed(&ret->removed, output, err);
}

void layers_release(struct layers *layers)
{
    package_list_release(&layers->removed);
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

struct span layers_remover(const struct layers *layers, const struct package *package)
{
    size_t count;
    const struct package *rows =
        package_list_find(&layers->removed, package->type, package->key, &count);

    for (size_t i = 0; i < count; i++)
        if (span_equal(rows[i].version, package->version) &&
            span_equal(rows[i].place, package->place) && span_equal(rows[i].arch, package->arch))
            return json_in_span_or_empty(rows[i].entry, "removed_by");
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

/* What made layer number i: the history has entries without a layer between the others. */
static struct span command_of(const struct layers *layers, size_t i)
{
    const json_t *entry;
    size_t k;

    json_array_foreach (layers->history, k, entry)
        if (!json_in_bool_or(entry, "empty_layer", false) && !i--)
            return plain_command(json_in_span_or_empty(entry, "created_by"));
    return span_of(NULL, 0);
}

struct span layers_command(const struct layers *layers, struct span digest)
{
    return command_of(layers, find(layers, digest));
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

static void copy_number(json_t *to, const json_t *from, const char *key)
{
    json_t *value = json_object_get(from, key);

    json_put_take(to, key, value ? json_incref(value) : json_null());
}

static json_t *describe(const struct layers *layers, size_t i, const struct counts *counts)
{
    json_t *layer = json_new_object();
    const json_t *files = files_of(layers, i);
    struct span command = command_of(layers, i);

    json_put_string(layer, "digest", digest_of(layers, i));
    copy_number(layer, json_array_get(layers->items, i), "size");
    copy_number(layer, files, "files");
    copy_number(layer, files, "bytes");
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
