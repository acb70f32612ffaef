/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overlay.h"

#include <stdlib.h>
#include <string.h>

#include "layer_view.h"
#include "member_reader.h"
#include "xalloc.h"

static bool resolve_parent(const struct symlinks *links, struct span path, struct strbuf *out)
{
    return symlinks_resolve(links, path, false, out);
}

/* ---- files ---- */

struct seen_file *overlay_find(const struct overlay *o, struct span path,
                               const struct cataloger *cataloger)
{
    size_t i = path_map_get(&o->file_at, path);

    for (; i != OVERLAY_NONE; i = o->files[i].same_path)
        if (o->files[i].cataloger == cataloger && o->files[i].hidden_by == OVERLAY_NONE)
            return &o->files[i];
    return NULL;
}

struct seen_file *overlay_add(struct overlay *o, struct span path,
                              const struct cataloger *cataloger, const struct wanted *wanted,
                              const struct layer_file *file, size_t layer)
{
    struct seen_file *seen;

    XGROW(o->files, o->file_count, o->file_capacity);
    seen = &o->files[o->file_count];
    *seen = (struct seen_file){
        .path = xmemdup0(path.data, path.len),
        .cataloger = cataloger,
        .wanted = wanted,
        .file = file,
        .layer = layer,
        .hidden_by = OVERLAY_NONE,
        .below = OVERLAY_NONE,
        .same_path = path_map_get(&o->file_at, path),
    };
    path_map_put(&o->file_at, path, o->file_count++);
    return seen;
}

void overlay_set_pending(struct seen_file *seen, const char *spelled)
{
    if (seen->wanted->how == WANTED_NAME) {
        struct wanted_entry entry = {.cataloger = seen->cataloger, .wanted = seen->wanted};

        seen->named = layer_file_of_name(span_string(seen->path), &entry);
        seen->file = seen->named;
    } else {
        seen->pending = xstrdup(spelled);
    }
}

/* What the file replaces in this very layer: its history. */
static size_t find_replaced(const struct overlay *o, struct span path,
                            const struct cataloger *cataloger, size_t layer)
{
    size_t i = path_map_get(&o->file_at, path);

    for (; i != OVERLAY_NONE; i = o->files[i].same_path) {
        struct seen_file *file = &o->files[i];

        if (file->cataloger != cataloger)
            continue;
        /* Reached through a link of the same layer, it was not seen to be replaced. */
        if (file->hidden_by == OVERLAY_NONE)
            file->hidden_by = layer;
        return file->hidden_by == layer ? i : OVERLAY_NONE;
    }
    return OVERLAY_NONE;
}

static struct seen_file *add_own(struct overlay *o, struct span path,
                                 const struct cataloger *cataloger, const struct wanted *wanted,
                                 const struct layer_file *file, size_t layer)
{
    size_t below = find_replaced(o, path, cataloger, layer);
    struct seen_file *seen = overlay_add(o, path, cataloger, wanted, file, layer);

    seen->below = below;
    return seen;
}

static void add_files(struct overlay *o, size_t layer)
{
    const struct layer_facts *facts = &o->layers[layer];

    for (size_t i = 0; i < facts->file_count; i++) {
        const struct layer_file *file = &facts->files[i];
        STRBUF_AUTO(path, LIMIT_PATH);

        if (!file->dropped && resolve_parent(&o->links, span_string(file->path), &path))
            add_own(o, strbuf_span(&path), file->cataloger, file->wanted, file, layer);
    }
}

/* ---- hard links ---- */

/* Follows hard links to hard links within the layer. */
static struct span last_target(const struct layer_facts *facts, struct span target)
{
    for (int i = 0; i < LIMIT_SYMLINKS; i++) {
        size_t at = path_map_get(&facts->link_at, target);

        if (at == PATH_MAP_NONE || !facts->links[at].hard)
            break;
        target = span_string(facts->links[at].target);
    }
    return target;
}

/* Where the bytes of a hard link's target are, as one cataloger sees it. */
struct bytes_at {
    const struct layer_file *file;
    size_t layer;
    struct strbuf spelled; /* used when file is NULL */
    bool found;
};

static void find_bytes(const struct overlay *o, size_t layer, struct span target,
                       const struct wanted_entry *entry, struct bytes_at *at)
{
    const struct seen_file *seen;

    at->layer = layer;
    at->file = layer_facts_find(&o->layers[layer], target, entry->cataloger);
    at->found = at->file != NULL;
    if (at->found)
        return;
    if (path_set_get(&o->layers[layer].entries, target) == PATH_OTHER) {
        strbuf_add_span(&at->spelled, target);
        at->found = true;
        return;
    }
    STRBUF_AUTO(path, LIMIT_PATH);
    if (layer == 0 || !resolve_parent(&o->links, target, &path))
        return;
    seen = overlay_find(o, strbuf_span(&path), entry->cataloger);
    if (seen && seen->file) {
        at->file = seen->file;
        at->layer = seen->layer;
        at->found = true;
    } else {
        at->found = overlay_locate(o, strbuf_span(&path), layer, &at->layer, &at->spelled);
    }
}

static void add_hard_link(struct overlay *o, size_t layer, const struct layer_link *link)
{
    const struct wanted_entry *entries[MOST_MATCHES];
    struct span target = last_target(&o->layers[layer], span_string(link->target));
    size_t count = wanted_list_match(o->wanted, span_string(link->path), entries, MOST_MATCHES);

    STRBUF_AUTO(path, LIMIT_PATH);
    if (!resolve_parent(&o->links, span_string(link->path), &path))
        return;
    for (size_t i = 0; i < count; i++) {
        struct bytes_at at = {0};
        struct seen_file *seen;

        strbuf_init(&at.spelled, LIMIT_PATH);
        find_bytes(o, layer, target, entries[i], &at);
        /* An ELF file that has no facts is none that the cataloger knows. */
        if (at.found && (at.file || entries[i]->wanted->how != WANTED_ELF)) {
            seen = add_own(o, strbuf_span(&path), entries[i]->cataloger, entries[i]->wanted,
                           at.file, at.layer);
            if (!at.file)
                overlay_set_pending(seen, at.spelled.data);
        }
        strbuf_release(&at.spelled);
    }
}

static void add_hard_links(struct overlay *o, size_t layer)
{
    const struct layer_facts *facts = &o->layers[layer];

    for (size_t i = 0; i < facts->link_count; i++)
        if (facts->links[i].hard && !facts->links[i].dropped)
            add_hard_link(o, layer, &facts->links[i]);
}

/* ---- symbolic links ---- */

static void add_symlinks(struct overlay *o, size_t layer)
{
    const struct layer_facts *facts = &o->layers[layer];

    for (size_t i = 0; i < facts->link_count; i++) {
        const struct layer_link *link = &facts->links[i];
        STRBUF_AUTO(path, LIMIT_PATH);

        if (!link->hard && !link->dropped &&
            resolve_parent(&o->links, span_string(link->path), &path))
            symlinks_add(&o->links, strbuf_span(&path), link->target, layer);
    }
}

/* Links that the layer replaces by an entry of the same spelling: before any path is resolved. */
static void remove_replaced_links(struct overlay *o, const struct layer_facts *facts)
{
    for (size_t i = 0; i < o->links.count; i++) {
        enum path_kind kind;

        if (!o->links.items[i].alive)
            continue;
        kind = path_set_get(&facts->entries, span_string(o->links.items[i].path));
        if (kind == PATH_DIRECTORY || kind == PATH_OTHER)
            symlinks_remove(&o->links, i);
    }
}

static void remove_hidden_links(struct overlay *o, struct layer_view *view, size_t below_layer)
{
    for (size_t i = 0; i < o->links.count; i++)
        if (o->links.items[i].alive && o->links.items[i].layer < below_layer &&
            layer_view_hides(view, span_string(o->links.items[i].path), true))
            symlinks_remove(&o->links, i);
}

/* ---- all layers ---- */

static void hide_files(struct overlay *o, struct layer_view *view, size_t layer)
{
    for (size_t i = 0; i < o->file_count; i++)
        if (o->files[i].hidden_by == OVERLAY_NONE &&
            layer_view_hides(view, span_string(o->files[i].path), false))
            o->files[i].hidden_by = layer;
}

static bool apply(struct overlay *o, size_t layer, struct error *err)
{
    const struct layer_facts *facts = &o->layers[layer];
    struct layer_view *view = &o->views[layer];

    layer_view_init(view, facts);
    if (layer_facts_is_empty(facts))
        return true;
    remove_replaced_links(o, facts);
    layer_view_add_whiteouts(view, &o->links);
    remove_hidden_links(o, view, layer);
    add_symlinks(o, layer);
    if (!layer_view_add_aliases(view, &o->links, err))
        return false;
    if (view->alias_count)
        remove_hidden_links(o, view, layer);
    hide_files(o, view, layer);
    add_files(o, layer);
    add_hard_links(o, layer);
    return true;
}

bool overlay_init(struct overlay *o, const struct layer_facts *layers, size_t layer_count,
                  const struct wanted_list *wanted, struct error *err)
{
    *o = (struct overlay){
        .layers = layers,
        .layer_count = layer_count,
        .wanted = wanted,
        .file_at.key = path_key_of_process(),
        .views = xcalloc(layer_count, sizeof *o->views),
    };
    symlinks_init(&o->links);
    for (size_t i = 0; i < layer_count; i++)
        if (!apply(o, i, err))
            return false;
    return true;
}

void overlay_release(struct overlay *o)
{
    for (size_t i = 0; i < o->file_count; i++) {
        free(o->files[i].path);
        free(o->files[i].real);
        free(o->files[i].pending);
        if (o->files[i].named)
            layer_file_free(o->files[i].named);
    }
    for (size_t i = 0; i < o->layer_count; i++)
        layer_view_release(&o->views[i]);
    free(o->files);
    free(o->views);
    path_map_release(&o->file_at);
    symlinks_release(&o->links);
}

bool overlay_locate(const struct overlay *o, struct span path, size_t top, size_t *ret_layer,
                    struct strbuf *ret_spelled)
{
    for (size_t i = top; i-- > 0;) {
        enum path_kind kind = layer_view_spelled(&o->views[i], path, ret_spelled);

        if (kind == PATH_OTHER) {
            *ret_layer = i;
            return true;
        }
        if (layer_view_hides(&o->views[i], path, false))
            return false;
    }
    return false;
}

bool overlay_is_hidden_above(const struct overlay *o, size_t layer, struct span path)
{
    for (size_t i = layer + 1; i < o->layer_count; i++)
        if (layer_view_hides(&o->views[i], path, false))
            return true;
    return false;
}
