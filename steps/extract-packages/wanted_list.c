/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wanted_list.h"

#include <stdlib.h>

#include "strbuf.h"
#include "xalloc.h"

void wanted_list_release(struct wanted_list *list)
{
    free(list->entries);
    free(list->paths);
    path_map_release(&list->path_at);
    *list = (struct wanted_list){0};
}

/* Splits off the last component. */
static struct span take_last(struct span *path)
{
    size_t slash = span_find_last_byte(*path, '/');
    struct span last = slash == path->len ? *path : span_skip(*path, slash + 1);

    *path = span_head(*path, slash == path->len ? 0 : slash);
    return last;
}

/* ---- the index: patterns are ours, so a weak hash will do ---- */

static size_t bucket_of(struct span key)
{
    size_t hash = key.len;

    if (key.len)
        hash = hash * 31 + (unsigned char)key.data[0];
    if (key.len)
        hash = hash * 31 + (unsigned char)key.data[key.len - 1];
    return hash % WANTED_BUCKETS;
}

/* ".json" of "a.b.json"; empty where there is no dot. */
static struct span ending_of(struct span name)
{
    size_t dot = span_find_last_byte(name, '.');

    return dot == name.len ? span_of(name.data, 0) : span_skip(name, dot);
}

/* Where the pattern's chain is, and of which key. */
static struct wanted_index *index_of(struct wanted_list *list, struct span pattern,
                                     struct span *ret_key)
{
    struct span name = take_last(&pattern);
    size_t star = span_find_last_byte(name, '*');
    struct span tail = star == name.len ? name : span_skip(name, star + 1);

    if (star == name.len) {
        *ret_key = name;
        return &list->by_name;
    }
    if (ending_of(tail).len) {
        *ret_key = ending_of(tail);
        return &list->by_ending;
    }
    *ret_key = span_head(name, 1);
    return &list->by_first;
}

static void index_init(struct wanted_index *index)
{
    for (size_t i = 0; i < WANTED_BUCKETS; i++)
        index->first[i] = index->last[i] = WANTED_NONE;
}

void wanted_list_add(struct wanted_list *list, struct wanted_entry entry)
{
    struct span key;
    struct wanted_index *index = index_of(list, entry.pattern, &key);
    size_t bucket = bucket_of(key);

    if (!list->count) {
        index_init(&list->by_name);
        index_init(&list->by_ending);
        index_init(&list->by_first);
    }
    XGROW(list->entries, list->count, list->capacity);
    entry.next_same_key = WANTED_NONE;
    list->entries[list->count] = entry;
    if (index->first[bucket] == WANTED_NONE)
        index->first[bucket] = (uint32_t)list->count;
    else
        list->entries[index->last[bucket]].next_same_key = (uint32_t)list->count;
    index->last[bucket] = (uint32_t)list->count++;
}

void wanted_list_add_path(struct wanted_list *list, struct span path,
                          const struct cataloger *cataloger, const struct wanted *wanted)
{
    size_t first;

    if (!list->path_count)
        list->path_at.key = path_key_of_process();
    first = path_map_get(&list->path_at, path);
    for (size_t i = first; i != PATH_MAP_NONE; i = list->paths[i].next_same_path)
        if (list->paths[i].cataloger == cataloger)
            return;
    XGROW(list->paths, list->path_count, list->path_capacity);
    list->paths[list->path_count] = (struct wanted_entry){
        .pattern = path,
        .from_root = true,
        .cataloger = cataloger,
        .wanted = wanted,
        .next_same_path = first,
        .whole = true,
    };
    path_map_put(&list->path_at, path, list->path_count++);
}

static void hash_entries(struct hash *hash, const struct wanted_entry *entries, size_t count)
{
    STRBUF_AUTO(text, 2 * LIMIT_PATH);

    for (size_t i = 0; i < count; i++) {
        const struct wanted_entry *entry = &entries[i];

        strbuf_clear(&text);
        /* No byte of a path is NUL, so none can be moved from one part to the next. */
        strbuf_addf(&text, "%.*s%c%s%c%s%c%d %zu %d%c", SPAN_ARG(entry->pattern), '\0',
                    entry->cataloger->name, '\0', entry->wanted->pattern, '\0',
                    (int)entry->wanted->how, entry->cataloger->limit, entry->from_root, '\0');
        hash_add(hash, text.data, text.len);
    }
    hash_add(hash, "", 1);
}

struct digest wanted_list_digest(const struct wanted_list *list)
{
    struct hash *hash = hash_new(DIGEST_SHA256);

    hash_entries(hash, list->entries, list->count);
    hash_entries(hash, list->paths, list->path_count);
    return hash_finish(hash);
}

bool wanted_list_is_empty(const struct wanted_list *list)
{
    return !list->count && !list->path_count;
}

void wanted_list_add_catalogers(struct wanted_list *list, const struct cataloger *const *catalogers,
                                size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < catalogers[i]->wanted_count; j++) {
            struct wanted_entry entry = {.cataloger = catalogers[i],
                                         .wanted = &catalogers[i]->wanted[j]};

            entry.pattern = span_string(entry.wanted->pattern);
            entry.from_root = span_eat(&entry.pattern, "/");
            wanted_list_add(list, entry);
        }
    }
}

/* One component against one of the pattern; '*' is any bytes. Linear: only the last '*' is retried. */
static bool component_matches(struct span pattern, struct span name)
{
    struct span after_star = {0};
    struct span retry = {0};
    bool starred = false;

    while (name.len) {
        if (pattern.len && pattern.data[0] == '*') {
            starred = true;
            pattern = span_skip(pattern, 1);
            after_star = pattern;
            retry = name;
        } else if (pattern.len && pattern.data[0] == name.data[0]) {
            pattern = span_skip(pattern, 1);
            name = span_skip(name, 1);
        } else if (starred) {
            pattern = after_star;
            retry = span_skip(retry, 1);
            name = retry;
        } else {
            return false;
        }
    }
    while (pattern.len && pattern.data[0] == '*')
        pattern = span_skip(pattern, 1);
    return !pattern.len;
}

bool wanted_matches(const struct wanted_entry *entry, struct span path)
{
    struct span pattern = entry->pattern;

    while (pattern.len) {
        struct span wanted = take_last(&pattern);

        if (!path.len || !component_matches(wanted, take_last(&path)))
            return false;
    }
    return !entry->from_root || !path.len;
}

/* ---- matching ---- */

/* What was found so far, in the order of the list, one a cataloger. */
struct matches {
    const struct wanted_entry **paths; /* those of whole paths, before the others */
    size_t path_count;
    const struct wanted_entry **entries;
    size_t count;
    size_t room;
};

static void remove_match(struct matches *found, size_t i)
{
    for (found->count--; i < found->count; i++)
        found->entries[i] = found->entries[i + 1];
}

/* Chains are looked at one after another, so an earlier pattern may come later. */
static void add_match(struct matches *found, const struct wanted_entry *entry)
{
    size_t at;

    for (size_t i = 0; i < found->path_count; i++)
        if (found->paths[i]->cataloger == entry->cataloger)
            return;
    for (size_t i = 0; i < found->count; i++) {
        if (found->entries[i]->cataloger != entry->cataloger)
            continue;
        if (found->entries[i] < entry)
            return;
        remove_match(found, i);
        break;
    }
    if (found->count == found->room)
        return;
    for (at = found->count++; at > 0 && found->entries[at - 1] > entry; at--)
        found->entries[at] = found->entries[at - 1];
    found->entries[at] = entry;
}

static void match_chain(const struct wanted_list *list, const struct wanted_index *index,
                        struct span key, struct span path, struct matches *found)
{
    uint32_t i = index->first[bucket_of(key)];

    for (; i != WANTED_NONE; i = list->entries[i].next_same_key)
        if (wanted_matches(&list->entries[i], path))
            add_match(found, &list->entries[i]);
}

static void match_patterns(const struct wanted_list *list, struct span path, struct matches *found)
{
    struct span folder = path;
    struct span name = take_last(&folder);
    struct span ending = ending_of(name);

    if (!list->count)
        return;
    match_chain(list, &list->by_name, name, path, found);
    if (ending.len)
        match_chain(list, &list->by_ending, ending, path, found);
    match_chain(list, &list->by_first, span_head(name, 1), path, found);
    if (!span_starts_with(name, "*"))
        match_chain(list, &list->by_first, SPAN_LITERAL("*"), path, found);
}

size_t wanted_list_match(const struct wanted_list *list, struct span path,
                         const struct wanted_entry **ret_entries, size_t room)
{
    struct matches found = {.paths = ret_entries};

    for (size_t i = path_map_get(&list->path_at, path);
         i != PATH_MAP_NONE && found.path_count < room; i = list->paths[i].next_same_path)
        ret_entries[found.path_count++] = &list->paths[i];
    found.entries = ret_entries + found.path_count;
    found.room = room - found.path_count;
    match_patterns(list, path, &found);
    return found.path_count + found.count;
}
