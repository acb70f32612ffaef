/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The patterns of many catalogers as one list that a path is matched against.
 *
 * The list borrows catalogers and patterns.  Matching looks only at patterns
 * whose last byte is that of the path, so its cost hardly grows with the list.
 */
#ifndef WANTED_LIST_H
#define WANTED_LIST_H

#include "cataloger.h"

struct wanted_entry {
    struct span pattern; /* without the leading '/' */
    bool from_root;
    bool literal; /* '*' is a byte like any other */
    const struct cataloger *cataloger;
    const struct wanted *wanted;
};

struct wanted_list {
    struct wanted_entry *entries;
    size_t count;
    size_t capacity;
};

void wanted_list_release(struct wanted_list *list);
/* All patterns of the catalogers. */
void wanted_list_add_catalogers(struct wanted_list *list, const struct cataloger *const *catalogers,
                                size_t count);
/* One more; pattern is borrowed and has no leading '/'. */
void wanted_list_add(struct wanted_list *list, struct wanted_entry entry);
/*
 * The entries that path (no leading '/') matches, at most one a cataloger (its first), in
 * the order of the list: at most room of them; returns how many.
 */
size_t wanted_list_match(const struct wanted_list *list, struct span path,
                         const struct wanted_entry **ret_entries, size_t room);

/* The pattern against the whole path, or its last components when not from_root. Pure. */
bool wanted_matches(const struct wanted_entry *entry, struct span path);

/* More catalogers than this never want one file. */
#define MOST_MATCHES 8

#endif
