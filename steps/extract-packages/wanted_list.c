/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wanted_list.h"

#include <stdlib.h>

#include "xalloc.h"

void wanted_list_release(struct wanted_list *list)
{
    free(list->entries);
    free(list->paths);
    path_map_release(&list->path_at);
    *list = (struct wanted_list){0};
}

void wanted_list_add(struct wanted_list *list, struct wanted_entry entry)
{
    XGROW(list->entries, list->count, list->capacity);
    list->entries[list->count++] = entry;
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
    };
    path_map_put(&list->path_at, path, list->path_count++);
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

/* Splits off the last component. */
static struct span take_last(struct span *path)
{
    size_t slash = span_find_last_byte(*path, '/');
    struct span last = slash == path->len ? *path : span_skip(*path, slash + 1);

    *path = span_head(*path, slash == path->len ? 0 : slash);
    return last;
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

static bool last_byte_fits(const struct wanted_entry *entry, char last)
{
    char wanted = entry->pattern.data[entry->pattern.len - 1];

    return wanted == last || wanted == '*';
}

size_t wanted_list_match(const struct wanted_list *list, struct span path,
                         const struct wanted_entry **ret_entries, size_t room)
{
    char last = path.len ? path.data[path.len - 1] : '\0';
    size_t found = 0;

    for (size_t i = path_map_get(&list->path_at, path); i != PATH_MAP_NONE && found < room;
         i = list->paths[i].next_same_path)
        ret_entries[found++] = &list->paths[i];
    for (size_t i = 0; i < list->count && found < room; i++) {
        const struct wanted_entry *entry = &list->entries[i];

        if (!last_byte_fits(entry, last) || !wanted_matches(entry, path))
            continue;
        if (found && ret_entries[found - 1]->cataloger == entry->cataloger)
            continue;
        ret_entries[found++] = entry;
    }
    return found;
}
