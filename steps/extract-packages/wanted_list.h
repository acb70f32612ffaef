/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The patterns of many catalogers as one list that a path is matched against.
 *
 * The list borrows catalogers and patterns.  Matching looks only at the few patterns
 * that the path's last component leaves possible, as it is done for millions of paths;
 * whole paths, of which there may be a million too, stand in a table.  Begins as {0}.
 */
#ifndef WANTED_LIST_H
#define WANTED_LIST_H

#include "cataloger.h"
#include "path_table.h"

struct wanted_entry {
    struct span pattern; /* without the leading '/' */
    bool from_root;
    const struct cataloger *cataloger;
    const struct wanted *wanted;
    size_t next_same_path;  /* of whole paths: index of another cataloger's, or PATH_MAP_NONE */
    uint32_t next_same_key; /* of patterns: index of another in the same bucket, or WANTED_NONE */
    bool whole;             /* WANTED_ELF: all of its bytes */
};

#define WANTED_BUCKETS 128
#define WANTED_NONE UINT32_MAX

/* Chains of patterns, by what must be in a path's last component for them to match. */
struct wanted_index {
    uint32_t first[WANTED_BUCKETS]; /* index of an entry, or WANTED_NONE */
    uint32_t last[WANTED_BUCKETS];
};

struct wanted_list {
    struct wanted_entry *entries;
    size_t count;
    size_t capacity;
    struct wanted_entry *paths;
    size_t path_count;
    size_t path_capacity;
    struct path_map path_at;       /* path -> last index in paths */
    struct wanted_index by_name;   /* patterns whose last component has no '*' */
    struct wanted_index by_ending; /* those that end in a literal '.something' */
    struct wanted_index by_first;  /* those that begin with a literal byte; '*' for the others */
};

void wanted_list_release(struct wanted_list *list);
/* All patterns of the catalogers. */
void wanted_list_add_catalogers(struct wanted_list *list, const struct cataloger *const *catalogers,
                                size_t count);
/* One more; pattern is borrowed and has no leading '/'. */
void wanted_list_add(struct wanted_list *list, struct wanted_entry entry);
/* One whole path, borrowed, of which a '*' is a byte like any other. */
void wanted_list_add_path(struct wanted_list *list, struct span path,
                          const struct cataloger *cataloger, const struct wanted *wanted);
bool wanted_list_is_empty(const struct wanted_list *list);
/* A digest of all that decides which files are found, and of what: paths, patterns, catalogers, limits. */
struct digest wanted_list_digest(const struct wanted_list *list);
/*
 * The entries that path (no leading '/') matches, at most one a cataloger (its first), whole
 * paths first, then in the order of the list: at most room of them; returns how many.
 */
size_t wanted_list_match(const struct wanted_list *list, struct span path,
                         const struct wanted_entry **ret_entries, size_t room);

/* The pattern against the whole path, or its last components when not from_root. Pure. */
bool wanted_matches(const struct wanted_entry *entry, struct span path);

/* More catalogers than this never want one file. */
#define MOST_MATCHES 16

#endif
