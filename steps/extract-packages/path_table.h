/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paths by their keyed hash alone: a layer can have millions of entries that
 * nobody wants, and what they hide below must be known all the same.
 *
 * A set keeps 8 bytes an entry (at most 7/8 full, doubling), a map 16.  The hash
 * is SipHash-1-3 (Aumasson and Bernstein; what Rust and Python use for their tables), so
 * that an image cannot be made whose names collide; two different names count as equal
 * with a chance of one in 2^62 a pair.  Nothing here fails but by memory.
 */
#ifndef PATH_TABLE_H
#define PATH_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "span.h"

struct path_key {
    uint64_t k0;
    uint64_t k1;
};

/* A key from the kernel's random numbers, the same for the whole process. */
struct path_key path_key_of_process(void);
uint64_t path_hash(struct path_key key, struct span path);

enum path_kind {
    PATH_ABSENT,
    PATH_DIRECTORY,
    PATH_OTHER,    /* anything but a folder */
    PATH_IMPLICIT, /* a folder that has members but no entry of its own */
};

struct path_set {
    struct path_key key;
    uint64_t *slots; /* 0: free; else the hash with the kind in the lowest two bits */
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

void path_set_release(struct path_set *set);
/* What path is in the set. */
enum path_kind path_set_get(const struct path_set *set, struct span path);
/* Adds or changes path; returns what it was before. */
enum path_kind path_set_put(struct path_set *set, struct span path, enum path_kind kind);

/* Room for count entries without growing; to be called on an empty set. */
void path_set_reserve(struct path_set *set, size_t count);
/*
 * Adds what is not 0 of another set's slots, one by one in their order, which is quick.  False when that
 * gets stuck in slots that no hash of paths would make so crowded: they do not come from a set.
 */
bool path_set_add_slots(struct path_set *set, const uint64_t *slots, size_t count);

/*
 * True if path or a folder on the way to it that is longer than known bytes is PATH_OTHER, in a
 * set that has all folders on the way to what it has.
 */
bool path_set_blocks(const struct path_set *set, struct span path, size_t known);

/* From path to a number of the caller's. */
struct path_map {
    struct path_key key;
    struct path_slot *slots;
    size_t capacity;
    size_t count;
};

#define PATH_MAP_NONE SIZE_MAX

void path_map_release(struct path_map *map);
/* The number of path, or PATH_MAP_NONE. */
size_t path_map_get(const struct path_map *map, struct span path);
/* Adds path unless it is there; true if it was not. */
bool path_map_add(struct path_map *map, struct span path, size_t value);
/* Sets it; PATH_MAP_NONE removes. */
void path_map_put(struct path_map *map, struct span path, size_t value);

/*
 * Walks over the folders on the way to a path, from the root (which is none of them) down, and
 * ends with the path itself.  Their hashes are made in one pass over the path: hashing each of
 * 256 anew takes a hundred times as long.
 */
struct path_way {
    struct sip_state {
        uint64_t v0;
        uint64_t v1;
        uint64_t v2;
        uint64_t v3;
    } state;
    struct span path;
    size_t taken; /* bytes that the state has seen */
    size_t next;  /* where the next component begins */
};

/* key is that of the tables that are asked. */
struct path_way path_way_begin(struct path_key key, struct span path);
/* The hash and the length of the next longer start of the path; false after the last. */
bool path_way_next(struct path_way *way, uint64_t *ret_hash, size_t *ret_length);
/* The hash of a path that begins with what was walked over (or grown) so far. */
uint64_t path_way_grow(struct path_way *way, struct span longer);
/* As path_set_get() and path_map_get(), of such a hash. */
enum path_kind path_set_get_hash(const struct path_set *set, uint64_t hash);
size_t path_map_get_hash(const struct path_map *map, uint64_t hash);

#endif
