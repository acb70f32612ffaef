/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "second_look.h"

#include <stdlib.h>

#include "xalloc.h"

/* A hard link to a hard link takes one more round each. */
#define MOST_ROUNDS 4

void second_look_release(struct second_look *look)
{
    for (size_t i = 0; i < look->count; i++)
        layer_facts_release(&look->facts[i]);
    free(look->facts);
}

static bool is_pending(const struct seen_file *file, size_t layer)
{
    return file->pending && file->hidden_by == OVERLAY_NONE && file->layer == layer;
}

static void list_pending(const struct overlay *o, size_t layer, struct wanted_list *list)
{
    for (size_t i = 0; i < o->file_count; i++) {
        const struct seen_file *file = &o->files[i];

        if (is_pending(file, layer))
            wanted_list_add_path(list, span_string(file->pending), file->cataloger, file->wanted);
    }
}

static void list_folders(const struct late_folders *folders, struct wanted_list *list)
{
    for (size_t i = 0; i < folders->count; i++)
        wanted_list_add(list, (struct wanted_entry){
                                  .pattern = span_string(folders->items[i].pattern),
                                  .from_root = true,
                                  .cataloger = folders->items[i].cataloger,
                                  .wanted = folders->items[i].wanted,
                              });
}

/* What is pending gets its facts, or the next target to look for, or is given up as dangling. */
static void fill_pending(struct overlay *o, size_t layer, const struct layer_facts *facts)
{
    for (size_t i = 0; i < o->file_count; i++) {
        struct seen_file *file = &o->files[i];
        struct span path = span_string(file->pending);
        size_t link;

        if (!is_pending(file, layer))
            continue;
        file->file = layer_facts_find(facts, path, file->cataloger);
        link = path_map_get(&facts->link_at, path);
        if (!file->file && link != PATH_MAP_NONE && facts->links[link].hard) {
            free(file->pending);
            file->pending = xstrdup(facts->links[link].target);
            continue;
        }
        free(STEAL(file->pending));
        if (!file->file)
            file->hidden_by = layer;
    }
}

static void add_folder_file(struct overlay *o, size_t layer, const struct layer_file *file,
                            const struct late_folder *folder)
{
    STRBUF_AUTO(real, LIMIT_PATH);
    STRBUF_AUTO(shown, LIMIT_PATH);
    struct span rest;

    if (file->dropped || file->wanted != folder->wanted ||
        !symlinks_resolve(&o->links, span_string(file->path), false, &real) ||
        !path_is_below(strbuf_span(&real), span_string(folder->real)) ||
        overlay_is_hidden_above(o, layer, strbuf_span(&real)))
        return;
    rest = span_skip(strbuf_span(&real), span_string(folder->real).len);
    strbuf_add_string(&shown, folder->shown);
    strbuf_add_span(&shown, rest);
    if (!overlay_find(o, strbuf_span(&shown), folder->cataloger))
        overlay_add(o, strbuf_span(&shown), folder->cataloger, folder->wanted, file, layer);
}

static void add_folder_files(struct overlay *o, size_t layer, const struct layer_facts *facts,
                             const struct late_folders *folders)
{
    for (size_t i = 0; i < facts->file_count; i++)
        for (size_t j = 0; j < folders->count; j++)
            add_folder_file(o, layer, &facts->files[i], &folders->items[j]);
}

static bool look_at_layer(struct second_look *look, struct overlay *o, size_t layer,
                          const struct late_folders *folders, struct layer_reader *reader,
                          struct error *err)
{
    struct wanted_list list = {0};
    struct layer_facts *facts = &look->facts[look->count];
    bool done = true;

    list_pending(o, layer, &list);
    list_folders(folders, &list);
    if (!wanted_list_is_empty(&list)) {
        look->count++;
        done = layer_reader_read(reader, layer, &list, facts, err);
    }
    if (!wanted_list_is_empty(&list) && done) {
        fill_pending(o, layer, facts);
        add_folder_files(o, layer, facts, folders);
    }
    wanted_list_release(&list);
    return done;
}

bool second_look_run(struct second_look *look, struct overlay *o,
                     const struct late_folders *folders, struct layer_reader *reader,
                     struct error *err)
{
    static const struct late_folders none = {0};

    /* All room at once: files point into the facts. */
    look->facts = xcalloc(MOST_ROUNDS * o->layer_count, sizeof *look->facts);
    for (int round = 0; round < MOST_ROUNDS; round++)
        for (size_t layer = o->layer_count; layer-- > 0;)
            if (!look_at_layer(look, o, layer, round ? &none : folders, reader, err))
                return false;
    return true;
}
