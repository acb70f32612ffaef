/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "symlinks.h"

#include <stdlib.h>

#include "layer_facts.h"
#include "xalloc.h"

/* Where the folder of the path that was resolved last is. */
struct last_folder {
    struct strbuf spelled; /* empty: none is remembered */
    struct strbuf real;
    uint64_t followed; /* bytes of names that links led through */
};

void symlinks_init(struct symlinks *links)
{
    *links =
        (struct symlinks){.at.key = path_key_of_process(), .last = xcalloc(1, sizeof *links->last)};
    strbuf_init(&links->last->spelled, LIMIT_PATH);
    strbuf_init(&links->last->real, LIMIT_PATH);
}

static void forget_last(struct last_folder *last)
{
    strbuf_clear(&last->spelled);
    strbuf_clear(&last->real);
}

void symlinks_release(struct symlinks *links)
{
    for (size_t i = 0; i < links->count; i++)
        free(links->items[i].path);
    free(links->items);
    path_map_release(&links->at);
    if (links->last) {
        strbuf_release(&links->last->spelled);
        strbuf_release(&links->last->real);
    }
    free(links->last);
}

void symlinks_add(struct symlinks *links, struct span path, const char *target, size_t layer)
{
    XGROW(links->items, links->count, links->capacity);
    links->items[links->count] =
        (struct symlink){xmemdup0(path.data, path.len), target, layer, true};
    path_map_put(&links->at, path, links->count++);
    forget_last(links->last);
}

void symlinks_remove(struct symlinks *links, size_t index)
{
    struct symlink *link = &links->items[index];

    link->alive = false;
    path_map_put(&links->at, span_string(link->path), PATH_MAP_NONE);
    forget_last(links->last);
}

static void drop_last(struct strbuf *path)
{
    strbuf_truncate(path, path_parent(strbuf_span(path)).len);
}

static void add_component(struct strbuf *path, struct span name)
{
    if (path->len)
        strbuf_add_byte(path, '/');
    strbuf_add_span(path, name);
}

static const struct symlink *item_or_null(const struct symlinks *links, size_t i)
{
    return i == PATH_MAP_NONE ? NULL : &links->items[i];
}

/* The link that out names, or NULL. */
static const struct symlink *link_at(const struct symlinks *links, const struct strbuf *out)
{
    return item_or_null(links, path_map_get(&links->at, strbuf_span(out)));
}

/* The same where out has grown since. */
static const struct symlink *grown_link(const struct symlinks *links, const struct strbuf *out,
                                        struct path_way *way)
{
    return item_or_null(links, path_map_get_hash(&links->at, path_way_grow(way, strbuf_span(out))));
}

bool symlinks_are_exhausted(const struct symlinks *links)
{
    return links->last->followed > LIMIT_FOLLOWED;
}

/* Counts the work that so many bytes of names take; false when it is enough. */
static bool go_on(const struct symlinks *links, size_t bytes)
{
    links->last->followed += bytes;
    return !symlinks_are_exhausted(links);
}

/* Puts the link's target before what is still to walk, and steps back to where it starts from. */
static void follow(const struct symlink *link, struct strbuf *out, struct strbuf *todo,
                   struct span rest)
{
    STRBUF_AUTO(next, 2 * LIMIT_PATH);

    strbuf_add_string(&next, link->target);
    strbuf_add_byte(&next, '/');
    strbuf_add_span(&next, rest);
    todo->overflowed |= strbuf_overflowed(&next);
    strbuf_truncate(todo, 0);
    strbuf_add_span(todo, strbuf_span(&next));
    if (link->target[0] == '/')
        strbuf_truncate(out, 0);
    else
        drop_last(out);
}

/* From the root, component by component. */
static bool walk(const struct symlinks *links, struct span path, bool follow_last,
                 struct strbuf *out)
{
    STRBUF_AUTO(todo, 2 * LIMIT_PATH);
    struct path_way way = path_way_begin(links->at.key, span_of("", 0));
    unsigned followed = 0;
    size_t at = 0;
    struct span name;

    strbuf_add_span(&todo, path);
    for (;;) {
        struct span rest = span_skip(strbuf_span(&todo), at);
        const struct symlink *link;

        if (!span_split(&rest, '/', &name))
            return !strbuf_overflowed(out) && !strbuf_overflowed(&todo);
        at = todo.len - rest.len;
        if (!name.len || span_equal_string(name, "."))
            continue;
        if (span_equal_string(name, "..")) {
            if (!go_on(links, out->len))
                return false;
            drop_last(out);
            way = path_way_begin(links->at.key, strbuf_span(out));
            continue;
        }
        add_component(out, name);
        link = rest.len || follow_last ? grown_link(links, out, &way) : NULL;
        if (!link)
            continue;
        if (++followed > LIMIT_SYMLINKS ||
            !go_on(links, span_string(link->target).len + rest.len + out->len))
            return false;
        follow(link, out, &todo, rest);
        way = path_way_begin(links->at.key, strbuf_span(out));
        at = 0;
    }
}

static bool enter_folder(const struct symlinks *links, struct span folder)
{
    struct last_folder *last = links->last;

    if (last->spelled.len && span_equal(folder, strbuf_span(&last->spelled)))
        return true;
    forget_last(last);
    if (!walk(links, folder, true, &last->real))
        return false;
    strbuf_add_span(&last->spelled, folder);
    return true;
}

bool symlinks_resolve(const struct symlinks *links, struct span path, bool follow_last,
                      struct strbuf *out)
{
    size_t slash = span_find_last_byte(path, '/');
    struct span name = span_skip(path, slash + 1);

    if (slash == path.len || !name.len || name.data[0] == '.')
        return walk(links, path, follow_last, out);
    if (!enter_folder(links, span_head(path, slash)))
        return false;
    strbuf_add_span(out, strbuf_span(&links->last->real));
    add_component(out, name);
    if (!follow_last || !link_at(links, out))
        return !strbuf_overflowed(out);
    strbuf_truncate(out, 0);
    return walk(links, path, true, out);
}
