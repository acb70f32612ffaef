/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_view.h"

#include <stdlib.h>

#include "xalloc.h"

/* Spellings of one folder, each of which costs a look for every path below: lib and usr/lib are two. */
#define MOST_SPELLINGS 16

static void add_resolved(struct path_set *set, const struct symlinks *links, const char *path,
                         bool follow_last)
{
    STRBUF_AUTO(resolved, LIMIT_PATH);

    if (symlinks_resolve(links, span_string(path), follow_last, &resolved))
        path_set_put(set, strbuf_span(&resolved), PATH_OTHER);
}

void layer_view_init(struct layer_view *view, const struct layer_facts *facts)
{
    struct path_key key = path_key_of_process();

    *view = (struct layer_view){.facts = facts,
                                .whiteouts.key = key,
                                .opaque.key = key,
                                .alias_at.key = key};
    strbuf_init(&view->last_folder, LIMIT_PATH);
}

void layer_view_add_whiteouts(struct layer_view *view, const struct symlinks *links)
{
    const struct layer_facts *facts = view->facts;

    for (size_t i = 0; i < facts->whiteouts.count; i++)
        add_resolved(&view->whiteouts, links, facts->whiteouts.paths[i], false);
    for (size_t i = 0; i < facts->opaque.count; i++)
        add_resolved(&view->opaque, links, facts->opaque.paths[i], true);
    view->opaque_root = path_set_get(&view->opaque, span_of("", 0)) != PATH_ABSENT;
}

static bool has_room(const struct layer_view *view, struct span canonical, struct error *err)
{
    size_t count = 0;

    for (size_t i = path_map_get(&view->alias_at, canonical); i != PATH_MAP_NONE;
         i = view->aliases[i].next)
        count++;
    return count < MOST_SPELLINGS ||
           error_set(err, ERROR_MALFORMED, "a layer reaches '%s' in more than %d ways",
                     quote_bytes(canonical.data, canonical.len).text, MOST_SPELLINGS);
}

bool layer_view_add_aliases(struct layer_view *view, const struct symlinks *links,
                            struct error *err)
{
    const struct path_list *folders = &view->facts->implicit;

    view->last_folder_known = false;
    for (size_t i = 0; i < folders->count; i++) {
        struct span spelled = span_string(folders->paths[i]);
        STRBUF_AUTO(canonical, LIMIT_PATH);

        if (path_set_get(&view->facts->entries, spelled) != PATH_IMPLICIT ||
            !symlinks_resolve(links, spelled, true, &canonical) ||
            span_equal(strbuf_span(&canonical), spelled))
            continue;
        if (!has_room(view, strbuf_span(&canonical), err))
            return false;
        XGROW(view->aliases, view->alias_count, view->alias_capacity);
        view->aliases[view->alias_count] = (struct alias){
            .spelled = folders->paths[i],
            .next = path_map_get(&view->alias_at, strbuf_span(&canonical)),
        };
        path_map_put(&view->alias_at, strbuf_span(&canonical), view->alias_count);
        view->aliases[view->alias_count++].canonical = strbuf_detach(&canonical);
    }
    return true;
}

void layer_view_release(struct layer_view *view)
{
    for (size_t i = 0; i < view->alias_count; i++)
        free(view->aliases[i].canonical);
    free(view->aliases);
    path_set_release(&view->whiteouts);
    path_set_release(&view->opaque);
    path_map_release(&view->alias_at);
    strbuf_release(&view->last_folder);
}

/* ---- spellings ---- */

/* Asked for each spelling of a path; true ends the walk. */
typedef bool spelling_visitor(const struct layer_view *view, struct span spelled, size_t folder_len,
                              void *context);

static bool visit_aliases_of(const struct layer_view *view, struct span path, struct span folder,
                             spelling_visitor *visit, void *context)
{
    size_t i = path_map_get(&view->alias_at, folder);

    for (; i != PATH_MAP_NONE; i = view->aliases[i].next) {
        STRBUF_AUTO(spelled, 2 * LIMIT_PATH);

        strbuf_add_string(&spelled, view->aliases[i].spelled);
        if (folder.len == 0)
            strbuf_add_byte(&spelled, '/');
        strbuf_add_span(&spelled, span_skip(path, folder.len));
        if (visit(view, strbuf_span(&spelled), span_string(view->aliases[i].spelled).len, context))
            return true;
    }
    return false;
}

/* The path itself, then as the layer may spell it through aliases. folder_len: the part that is known to be a folder. */
static bool visit_spellings(const struct layer_view *view, struct span path,
                            spelling_visitor *visit, void *context)
{
    struct span folder = path;

    if (visit(view, path, 0, context))
        return true;
    if (!view->alias_count)
        return false;
    do {
        folder = path_parent(folder);
        if (visit_aliases_of(view, path, folder, visit, context))
            return true;
    } while (folder.len);
    return false;
}

struct spelling {
    enum path_kind kind;
    struct strbuf *spelled;
};

static bool take_spelling(const struct layer_view *view, struct span spelled, size_t folder_len,
                          void *context)
{
    struct spelling *found = context;

    (void)folder_len;
    found->kind = path_set_get(&view->facts->entries, spelled);
    if (found->kind == PATH_ABSENT)
        return false;
    strbuf_add_span(found->spelled, spelled);
    return true;
}

enum path_kind layer_view_spelled(const struct layer_view *view, struct span path,
                                  struct strbuf *spelled)
{
    struct spelling found = {.spelled = spelled};

    visit_spellings(view, path, take_spelling, &found);
    return found.kind;
}

/* ---- hiding ---- */

/* A member that is no folder stands on the way to (or at) spelled, below its known folder. */
static bool folder_is_blocked(const struct layer_view *view, struct span spelled, size_t folder_len,
                              void *context)
{
    (void)context;
    for (; spelled.len > folder_len; spelled = path_parent(spelled))
        if (path_set_get(&view->facts->entries, spelled) == PATH_OTHER)
            return true;
    return false;
}

/* Everything in the folder is hidden: by a whiteout or opaque marker at or above it, or by what stands there now. */
static bool folder_is_hidden(const struct layer_view *view, struct span folder)
{
    if (view->opaque_root)
        return true;
    for (struct span f = folder; f.len; f = path_parent(f))
        if (path_set_get(&view->whiteouts, f) != PATH_ABSENT ||
            path_set_get(&view->opaque, f) != PATH_ABSENT)
            return true;
    return folder.len && visit_spellings(view, folder, folder_is_blocked, NULL);
}

static bool folder_is_hidden_cached(struct layer_view *view, struct span folder)
{
    if (view->last_folder_known && span_equal(strbuf_span(&view->last_folder), folder))
        return view->last_folder_hidden;
    view->last_folder_hidden = folder_is_hidden(view, folder);
    view->last_folder_known = true;
    strbuf_clear(&view->last_folder);
    strbuf_add_span(&view->last_folder, folder);
    return view->last_folder_hidden;
}

static bool name_is_taken(const struct layer_view *view, struct span spelled, size_t folder_len,
                          void *context)
{
    enum path_kind kind = path_set_get(&view->facts->entries, spelled);
    const bool *is_link = context;

    (void)folder_len;
    return kind == PATH_OTHER || kind == PATH_DIRECTORY || (kind == PATH_IMPLICIT && !*is_link);
}

bool layer_view_hides(struct layer_view *view, struct span path, bool is_link)
{
    return path_set_get(&view->whiteouts, path) != PATH_ABSENT ||
           folder_is_hidden_cached(view, path_parent(path)) ||
           visit_spellings(view, path, name_is_taken, &is_link);
}
