/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "path_table.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "xalloc.h"

struct path_slot {
    uint64_t hash; /* 0: free */
    size_t value;
};

struct path_key path_key_of_process(void)
{
    struct path_key key = {0};

    /* Before the kernel's pool is ready the process id must do: it only guards against collisions. */
    if (getrandom(&key, sizeof key, 0) != (ssize_t)sizeof key)
        key.k0 = (uint64_t)getpid();
    return key;
}

/* ---- SipHash-1-3 ---- */

static inline uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

/* Inlined, its state stays in registers: a third of the time. */
static inline __attribute__((always_inline)) void sip_round(struct sip_state *s)
{
    s->v0 += s->v1;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v3;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 += s->v3;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 += s->v1;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v2 = rotate(s->v2, 32);
}

static inline __attribute__((always_inline)) void sip_word(struct sip_state *s, uint64_t word)
{
    s->v3 ^= word;
    sip_round(s);
    s->v0 ^= word;
}

static inline struct sip_state sip_begin(struct path_key key)
{
    return (struct sip_state){
        key.k0 ^ 0x736f6d6570736575,
        key.k1 ^ 0x646f72616e646f6d,
        key.k0 ^ 0x6c7967656e657261,
        key.k1 ^ 0x7465646279746573,
    };
}

/* Takes all whole words of s, of which at bytes are taken already; returns how many are then. */
static inline size_t sip_words(struct sip_state *sip, struct span s, size_t at)
{
    uint64_t word;

    for (; s.len - at >= 8; at += 8) {
        memcpy(&word, s.data + at, 8);
        sip_word(sip, le64toh(word));
    }
    return at;
}

/* Of a copy of the state, with what is left of s: the state goes on to a longer s. */
static inline uint64_t sip_end(struct sip_state s, struct span path, size_t at)
{
    uint64_t last = (uint64_t)path.len << 56;

    for (size_t i = at; i < path.len; i++)
        last |= (uint64_t)(unsigned char)path.data[i] << (8 * (i - at));
    sip_word(&s, last);
    s.v2 ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(&s);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

uint64_t path_hash(struct path_key key, struct span path)
{
    struct sip_state s = sip_begin(key);
    size_t at = sip_words(&s, path, 0);

    return sip_end(s, path, at);
}

#define KIND_BITS ((uint64_t)3)

/* The hash as it stands in a slot: without the kind, and never 0. */
static uint64_t slot_hash_of(uint64_t hash)
{
    hash &= ~KIND_BITS;
    return hash ? hash : KIND_BITS + 1;
}

static uint64_t slot_hash(struct path_key key, struct span path)
{
    return slot_hash_of(path_hash(key, path));
}

/* ---- the folders on the way ---- */

struct path_way path_way_begin(struct path_key key, struct span path)
{
    return (struct path_way){.state = sip_begin(key), .path = path};
}

uint64_t path_way_grow(struct path_way *way, struct span longer)
{
    way->path = longer;
    way->taken = sip_words(&way->state, longer, way->taken);
    return slot_hash_of(sip_end(way->state, longer, way->taken));
}

bool path_way_next(struct path_way *way, uint64_t *ret_hash, size_t *ret_length)
{
    struct span start;

    if (way->next >= way->path.len)
        return false;
    *ret_length = way->next + span_find_byte(span_skip(way->path, way->next), '/');
    start = span_head(way->path, *ret_length);
    way->taken = sip_words(&way->state, start, way->taken);
    *ret_hash = slot_hash_of(sip_end(way->state, start, way->taken));
    way->next = *ret_length + 1;
    return true;
}

/* ---- the set ---- */

/* Where hash is or would be. */
static size_t set_index(const uint64_t *slots, size_t capacity, uint64_t hash)
{
    size_t i = (size_t)(hash >> 2) & (capacity - 1);

    while (slots[i] && (slots[i] & ~KIND_BITS) != hash)
        i = (i + 1) & (capacity - 1);
    return i;
}

static void set_grow(struct path_set *set)
{
    size_t capacity = set->capacity ? set->capacity * 2 : 64;
    uint64_t *slots = xcalloc(capacity, sizeof *slots);

    for (size_t i = 0; i < set->capacity; i++)
        if (set->slots[i])
            slots[set_index(slots, capacity, set->slots[i] & ~KIND_BITS)] = set->slots[i];
    free(set->slots);
    set->slots = slots;
    set->capacity = capacity;
}

static enum path_kind kind_of(uint64_t slot)
{
    return (enum path_kind)(slot & KIND_BITS);
}

void path_set_release(struct path_set *set)
{
    free(set->slots);
    set->slots = NULL;
    set->capacity = 0;
    set->count = 0;
}

enum path_kind path_set_get_hash(const struct path_set *set, uint64_t hash)
{
    if (!set->count)
        return PATH_ABSENT;
    return kind_of(set->slots[set_index(set->slots, set->capacity, hash)]);
}

enum path_kind path_set_get(const struct path_set *set, struct span path)
{
    return set->count ? path_set_get_hash(set, slot_hash(set->key, path)) : PATH_ABSENT;
}

bool path_set_blocks(const struct path_set *set, struct span path, size_t known)
{
    struct path_way way = path_way_begin(set->key, path);
    enum path_kind kind = PATH_IMPLICIT;
    uint64_t hash;
    size_t length;

    while (kind != PATH_ABSENT && path_way_next(&way, &hash, &length)) {
        kind = path_set_get_hash(set, hash);
        if (kind == PATH_OTHER && length > known)
            return true;
    }
    return false;
}

enum path_kind path_set_put(struct path_set *set, struct span path, enum path_kind kind)
{
    uint64_t hash = slot_hash(set->key, path);
    enum path_kind before;
    size_t i;

    if (set->count + 1 > set->capacity / 8 * 7)
        set_grow(set);
    i = set_index(set->slots, set->capacity, hash);
    before = kind_of(set->slots[i]);
    set->count += before == PATH_ABSENT;
    set->slots[i] = hash | kind;
    return before;
}

/* More steps an entry than this, in the mean of all, are chance no more: a set that is 7/8 full takes 5. */
#define MOST_STEPS 64

void path_set_reserve(struct path_set *set, size_t count)
{
    size_t capacity = 64;

    while (count + 1 > capacity / 8 * 7)
        capacity *= 2;
    set->slots = xcalloc(capacity, sizeof *set->slots);
    set->capacity = capacity;
}

bool path_set_add_slots(struct path_set *set, const uint64_t *slots, size_t count)
{
    size_t steps = (count + MOST_STEPS) * MOST_STEPS;

    for (size_t n = 0; n < count; n++) {
        uint64_t hash = slots[n] & ~KIND_BITS;
        size_t i = (size_t)(hash >> 2) & (set->capacity - 1);

        if (!hash || kind_of(slots[n]) == PATH_ABSENT || set->count + 1 > set->capacity / 8 * 7)
            return false;
        for (; set->slots[i]; i = (i + 1) & (set->capacity - 1))
            if ((set->slots[i] & ~KIND_BITS) == hash || !steps--)
                return false;
        set->slots[i] = slots[n];
        set->count++;
    }
    return true;
}

/* ---- the map ---- */

static size_t map_index(const struct path_slot *slots, size_t capacity, uint64_t hash)
{
    size_t i = (size_t)(hash >> 2) & (capacity - 1);

    while (slots[i].hash && slots[i].hash != hash)
        i = (i + 1) & (capacity - 1);
    return i;
}

static void map_grow(struct path_map *map)
{
    size_t capacity = map->capacity ? map->capacity * 2 : 64;
    struct path_slot *slots = xcalloc(capacity, sizeof *slots);

    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].hash)
            slots[map_index(slots, capacity, map->slots[i].hash)] = map->slots[i];
    free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
}

void path_map_release(struct path_map *map)
{
    free(map->slots);
    map->slots = NULL;
    map->capacity = 0;
    map->count = 0;
}

size_t path_map_get_hash(const struct path_map *map, uint64_t hash)
{
    size_t i;

    if (!map->count)
        return PATH_MAP_NONE;
    i = map_index(map->slots, map->capacity, hash);
    return map->slots[i].hash ? map->slots[i].value : PATH_MAP_NONE;
}

size_t path_map_get(const struct path_map *map, struct span path)
{
    return map->count ? path_map_get_hash(map, slot_hash(map->key, path)) : PATH_MAP_NONE;
}

/* The slot of path, which is made if need be. */
static struct path_slot *map_slot(struct path_map *map, struct span path)
{
    uint64_t hash = slot_hash(map->key, path);
    struct path_slot *slot;

    if (map->count + 1 > map->capacity / 8 * 7)
        map_grow(map);
    slot = &map->slots[map_index(map->slots, map->capacity, hash)];
    if (!slot->hash) {
        map->count++;
        *slot = (struct path_slot){hash, PATH_MAP_NONE};
    }
    return slot;
}

bool path_map_add(struct path_map *map, struct span path, size_t value)
{
    struct path_slot *slot = map_slot(map, path);
    bool is_new = slot->value == PATH_MAP_NONE;

    if (is_new)
        slot->value = value;
    return is_new;
}

void path_map_put(struct path_map *map, struct span path, size_t value)
{
    map_slot(map, path)->value = value;
}
