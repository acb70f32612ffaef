/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_facts.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* A folder replaced by something else costs a walk over the layer's facts; none was ever seen. */
#define MOST_REPLACED_FOLDERS 100
/* What a name costs beside its bytes: malloc's own, and its place in tables. */
#define COST_OF_NAME ((size_t)64)

void layer_facts_init(struct layer_facts *facts, const struct digest *blob)
{
    *facts = (struct layer_facts){0};
    memcpy(&facts->entries.key, blob->bytes, sizeof facts->entries.key);
    facts->entries.key.k0 = le64toh(facts->entries.key.k0);
    facts->entries.key.k1 = le64toh(facts->entries.key.k1);
    facts->file_at.key = facts->entries.key;
    facts->link_at.key = facts->entries.key;
}

static void path_list_release(struct path_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
}

static void layer_file_release(struct layer_file *file)
{
    free(file->path);
    free(file->facts);
    free(file->problem);
}

void layer_file_free(struct layer_file *file)
{
    layer_file_release(file);
    free(file);
}

void layer_facts_release(struct layer_facts *facts)
{
    for (size_t i = 0; i < facts->file_count; i++)
        layer_file_release(&facts->files[i]);
    for (size_t i = 0; i < facts->link_count; i++) {
        free(facts->links[i].path);
        free(facts->links[i].target);
    }
    free(facts->files);
    free(facts->links);
    path_list_release(&facts->whiteouts);
    path_list_release(&facts->opaque);
    path_list_release(&facts->implicit);
    folder_sizes_release(&facts->folders);
    path_set_release(&facts->entries);
    path_map_release(&facts->file_at);
    path_map_release(&facts->link_at);
}

void layer_facts_discard(struct layer_facts *facts)
{
    if (facts->kept)
        atomic_fetch_sub(facts->kept, facts->own);
    layer_facts_release(facts);
}

bool layer_facts_is_empty(const struct layer_facts *facts)
{
    return !facts->entries.count && !facts->whiteouts.count && !facts->opaque.count;
}

struct span path_parent(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return span_head(path, slash == path.len ? 0 : slash);
}

bool path_is_below(struct span path, struct span folder)
{
    if (!folder.len)
        return path.len > 0;
    return path.len > folder.len && path.data[folder.len] == '/' &&
           span_equal(span_head(path, folder.len), folder);
}

bool layer_facts_keep(struct layer_facts *facts, size_t bytes, struct error *err)
{
    facts->own += bytes;
    if (!facts->kept || atomic_fetch_add(facts->kept, bytes) <= LIMIT_FACTS_KEPT - bytes)
        return true;
    return error_set(err, ERROR_MALFORMED,
                     "more than %llu bytes of names and facts, with the image's other layers",
                     LIMIT_FACTS_KEPT);
}

bool layer_facts_add_path(struct layer_facts *facts, struct path_list *list, struct span path,
                          struct error *err)
{
    if (list->count >= LIMIT_LAYER_LINKS)
        return error_set(err, ERROR_MALFORMED, "more than %d whiteouts or folders without an entry",
                         LIMIT_LAYER_LINKS);
    if (!layer_facts_keep(facts, COST_OF_NAME + path.len, err))
        return false;
    XGROW(list->paths, list->count, list->capacity);
    list->paths[list->count++] = xmemdup0(path.data, path.len);
    return true;
}

static void drop_at(struct layer_facts *facts, struct span path)
{
    size_t link = path_map_get(&facts->link_at, path);
    size_t file = path_map_get(&facts->file_at, path);

    if (link != PATH_MAP_NONE)
        facts->links[link].dropped = true;
    for (; file != PATH_MAP_NONE; file = facts->files[file].next_same_path)
        facts->files[file].dropped = true;
    if (link != PATH_MAP_NONE)
        path_map_put(&facts->link_at, path, PATH_MAP_NONE);
    path_map_put(&facts->file_at, path, PATH_MAP_NONE);
}

static bool drop_below(struct layer_facts *facts, struct span folder, struct error *err)
{
    if (++facts->replaced_folders > MOST_REPLACED_FOLDERS)
        return error_set(err, ERROR_MALFORMED, "replaces more than %d of its own folders",
                         MOST_REPLACED_FOLDERS);
    for (size_t i = 0; i < facts->file_count; i++)
        if (path_is_below(span_string(facts->files[i].path), folder))
            facts->files[i].dropped = true;
    for (size_t i = 0; i < facts->link_count; i++)
        if (path_is_below(span_string(facts->links[i].path), folder))
            facts->links[i].dropped = true;
    return true;
}

/* Notes the folders on the way to path that have no entry of their own so far. */
static bool enter_parents(struct layer_facts *facts, struct span path, struct error *err)
{
    for (struct span parent = path_parent(path); parent.len; parent = path_parent(parent)) {
        if (path_set_get(&facts->entries, parent) != PATH_ABSENT)
            return true;
        path_set_put(&facts->entries, parent, PATH_IMPLICIT);
        if (!layer_facts_add_path(facts, &facts->implicit, parent, err))
            return false;
    }
    return true;
}

bool layer_facts_enter(struct layer_facts *facts, struct span path, bool is_directory,
                       struct error *err)
{
    enum path_kind before;

    if (facts->entries.count >= LIMIT_LAYER_ENTRIES)
        return error_set(err, ERROR_MALFORMED, "more than %zu members", LIMIT_LAYER_ENTRIES);
    if (!layer_facts_keep(facts, sizeof *facts->entries.slots, err) ||
        !enter_parents(facts, path, err))
        return false;
    before = path_set_put(&facts->entries, path, is_directory ? PATH_DIRECTORY : PATH_OTHER);
    if (before == PATH_OTHER)
        drop_at(facts, path);
    if (!is_directory && (before == PATH_DIRECTORY || before == PATH_IMPLICIT))
        return drop_below(facts, path, err);
    return true;
}

struct layer_file *layer_facts_add_file(struct layer_facts *facts, struct span path,
                                        const struct cataloger *cataloger,
                                        const struct wanted *wanted, struct error *err)
{
    struct layer_file *file;

    if (facts->file_count >= LIMIT_LAYER_FACTS) {
        error_set(err, ERROR_MALFORMED, "more than %d files that are of interest",
                  LIMIT_LAYER_FACTS);
        return NULL;
    }
    if (!layer_facts_keep(facts, sizeof *file + COST_OF_NAME + path.len, err))
        return NULL;
    XGROW(facts->files, facts->file_count, facts->file_capacity);
    file = &facts->files[facts->file_count];
    *file = (struct layer_file){
        .path = xmemdup0(path.data, path.len),
        .cataloger = cataloger,
        .wanted = wanted,
        .next_same_path = path_map_get(&facts->file_at, path),
    };
    path_map_put(&facts->file_at, path, facts->file_count++);
    return file;
}

void layer_facts_remove_last(struct layer_facts *facts)
{
    struct layer_file *file = &facts->files[--facts->file_count];

    path_map_put(&facts->file_at, span_string(file->path), file->next_same_path);
    free(file->path);
    free(file->facts);
    free(file->problem);
}

const struct layer_file *layer_facts_find(const struct layer_facts *facts, struct span path,
                                          const struct cataloger *cataloger)
{
    size_t i = path_map_get(&facts->file_at, path);

    for (; i != PATH_MAP_NONE; i = facts->files[i].next_same_path)
        if (facts->files[i].cataloger == cataloger)
            return &facts->files[i];
    return NULL;
}

bool layer_facts_add_link(struct layer_facts *facts, struct span path, struct span target,
                          bool hard, struct error *err)
{
    if (facts->link_count >= LIMIT_LAYER_LINKS)
        return error_set(err, ERROR_MALFORMED, "more than %d links", LIMIT_LAYER_LINKS);
    if (!layer_facts_keep(facts, sizeof *facts->links + 2 * COST_OF_NAME + path.len + target.len,
                          err))
        return false;
    XGROW(facts->links, facts->link_count, facts->link_capacity);
    facts->links[facts->link_count] = (struct layer_link){
        .path = xmemdup0(path.data, path.len),
        .target = xmemdup0(target.data, target.len),
        .hard = hard,
    };
    path_map_put(&facts->link_at, path, facts->link_count++);
    return true;
}
