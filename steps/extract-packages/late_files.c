/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "late_files.h"

#include <stdlib.h>

#include "xalloc.h"

void late_folders_release(struct late_folders *folders)
{
    for (size_t i = 0; i < folders->count; i++) {
        free(folders->items[i].real);
        free(folders->items[i].shown);
        free(folders->items[i].pattern);
    }
    free(folders->items);
}

/* Shows what lies at real under the path shown, if it is there and not shown already. */
static void show_as(struct overlay *o, struct span shown, struct span real,
                    const struct wanted_entry *entry)
{
    const struct seen_file *target = overlay_find(o, real, entry->cataloger);
    struct seen_file *seen;
    size_t layer;

    if (overlay_find(o, shown, entry->cataloger))
        return;
    if (target) {
        size_t index = (size_t)(target - o->files);

        seen = overlay_add(o, shown, entry->cataloger, entry->wanted, target->file, target->layer);
        seen->real = xmemdup0(real.data, real.len);
        /* Adding may have moved the files. */
        if (o->files[index].pending)
            overlay_set_pending(seen, o->files[index].pending);
        return;
    }
    /* A digest is not worth reading a layer twice: gyp_main.py -> ../bin/gyp is in every nodejs. */
    if (entry->wanted->how == WANTED_DIGEST || entry->wanted->how == WANTED_ELF)
        return;
    STRBUF_AUTO(spelled, LIMIT_PATH);
    if (!overlay_locate(o, real, o->layer_count, &layer, &spelled))
        return;
    seen = overlay_add(o, shown, entry->cataloger, entry->wanted, NULL, layer);
    seen->real = xmemdup0(real.data, real.len);
    overlay_set_pending(seen, spelled.data);
}

/* Symbolic links that have a wanted name themselves. */
static void find_linked_files(struct overlay *o)
{
    for (size_t i = 0; i < o->links.count; i++) {
        const struct wanted_entry *entries[MOST_MATCHES];
        struct span path = span_string(o->links.items[i].path);
        size_t count;

        if (!o->links.items[i].alive)
            continue;
        count = wanted_list_match(o->wanted, path, entries, MOST_MATCHES);
        STRBUF_AUTO(real, LIMIT_PATH);
        if (!count || !symlinks_resolve(&o->links, path, true, &real))
            continue;
        for (size_t j = 0; j < count; j++)
            if (!span_equal_string(entries[j]->pattern, "*"))
                show_as(o, path, strbuf_span(&real), entries[j]);
    }
}

/* The pattern's components before the first that has a '*', or before the last. */
static struct span literal_folder(struct span pattern)
{
    struct span folder = span_head(pattern, span_find_byte(pattern, '*'));

    return path_parent(folder);
}

static void add_folder(struct late_folders *folders, struct span folder, struct span real,
                       const struct wanted_entry *entry)
{
    struct span rest = span_skip(entry->pattern, folder.len);

    XGROW(folders->items, folders->count, folders->capacity);
    folders->items[folders->count++] = (struct late_folder){
        .real = xmemdup0(real.data, real.len),
        .shown = xmemdup0(folder.data, folder.len),
        .pattern = xasprintf("%.*s%.*s", SPAN_ARG(real), SPAN_ARG(rest)),
        .cataloger = entry->cataloger,
        .wanted = entry->wanted,
    };
}

/* Patterns from the root whose folder is somewhere else. */
static void find_linked_folder(struct overlay *o, const struct wanted_entry *entry,
                               struct late_folders *folders)
{
    struct span folder = literal_folder(entry->pattern);
    bool has_star = span_find_byte(entry->pattern, '*') < entry->pattern.len;

    STRBUF_AUTO(real, LIMIT_PATH);
    if (!symlinks_resolve(&o->links, folder, true, &real) || span_equal(strbuf_span(&real), folder))
        return;
    if (has_star) {
        add_folder(folders, folder, strbuf_span(&real), entry);
        return;
    }
    STRBUF_AUTO(file, LIMIT_PATH);
    if (!symlinks_resolve(&o->links, entry->pattern, true, &file))
        return;
    /* Where the cataloger wants the real place too, the file is listed there, once. */
    if (!overlay_find(o, strbuf_span(&file), entry->cataloger))
        show_as(o, entry->pattern, strbuf_span(&file), entry);
}

void late_files_find(struct overlay *o, struct late_folders *folders)
{
    find_linked_files(o);
    for (size_t i = 0; i < o->wanted->count; i++)
        if (o->wanted->entries[i].from_root)
            find_linked_folder(o, &o->wanted->entries[i], folders);
}
