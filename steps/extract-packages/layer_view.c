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

/* first: of the aliases of folder. */
static bool visit_aliases_of(const struct layer_view *view, struct span path, struct span folder,
                             size_t first, spelling_visitor *visit, void *context)
{
    for (size_t i = first; i != PATH_MAP_NONE; i = view->aliases[i].next) {
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

/* Folders of one path that have other spellings: a path of 256 components is all that layers have. */
#define MOST_ALIASED LIMIT_PATH_DEPTH

struct aliased {
    size_t length; /* of the path's start that is the folder */
    size_t first;  /* of its aliases */
};

/* From the root down, so that the nearest stands last. */
static size_t find_aliased(const struct layer_view *view, struct span path,
                           struct aliased ret[static MOST_ALIASED])
{
    struct path_way way = path_way_begin(view->alias_at.key, path_parent(path));
    uint64_t hash;
    size_t count = 0;

    while (count < MOST_ALIASED && path_way_next(&way, &hash, &ret[count].length)) {
        ret[count].first = path_map_get_hash(&view->alias_at, hash);
        count += ret[count].first != PATH_MAP_NONE;
    }
    return count;
}

/* The path itself, then as the layer may spell it through aliases, of the nearest folder first. folder_len: the part that is known to be a folder. */
static bool visit_spellings(const struct layer_view *view, struct span path,
                            spelling_visitor *visit, void *context)
{
    struct span root = span_head(path, 0);
    struct aliased on_the_way[MOST_ALIASED];
    size_t count = 0;

    if (visit(view, path, 0, context))
        return true;
    if (!view->alias_count)
        return false;
    count = find_aliased(view, path, on_the_way);
    while (count-- > 0) {
        struct span folder = span_head(path, on_the_way[count].length);

        if (visit_aliases_of(view, path, folder, on_the_way[count].first, visit, context))
            return true;
    }
    return visit_aliases_of(view, path, root, path_map_get(&view->alias_at, root), visit, context);
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
    return path_set_blocks(&view->facts->entries, spelled, folder_len);
}

/* By a whiteout or an opaque marker at or above it; both sets have one key. */
static bool folder_is_taken_away(const struct layer_view *view, struct span folder)
{
    struct path_way way = path_way_begin(view->whiteouts.key, folder);
    uint64_t hash;
    size_t length;

    if (!view->whiteouts.count && !view->opaque.count)
        return false;
    while (path_way_next(&way, &hash, &length))
        if (path_set_get_hash(&view->whiteouts, hash) != PATH_ABSENT ||
            path_set_get_hash(&view->opaque, hash) != PATH_ABSENT)
            return true;
    return false;
}

/* Everything in the folder is hidden: by a whiteout or opaque marker at or above it, or by what stands there now. */
static bool folder_is_hidden(const struct layer_view *view, struct span folder)
{
    if (view->opaque_root || folder_is_taken_away(view, folder))
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
