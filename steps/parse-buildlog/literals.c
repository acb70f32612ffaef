/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "literals.h"

#include <stdint.h>
#include <string.h>

#include "xalloc.h"

#define HASH_BITS 16
#define BUCKETS 1024

struct literal {
    struct span text;
    uint32_t key;    /* the four bytes that are hashed */
    size_t position; /* where they stand in text */
    size_t value;
    size_t next; /* in the bucket; 0 ends it */
};

struct literals {
    uint64_t bits[(1 << HASH_BITS) / 64];
    size_t buckets[BUCKETS]; /* of items; 0: none */
    struct literal *items;   /* the first is not used */
    size_t count;
    size_t capacity;
    size_t value_count;
    bool *seen; /* of each value, in the line at hand */
};

struct literals *literals_new(size_t value_count)
{
    struct literals *set = xcalloc(1, sizeof *set);

    set->value_count = value_count;
    set->seen = xcalloc(value_count + 1, sizeof *set->seen);
    set->count = 1;
    set->capacity = 256;
    set->items = xcalloc(set->capacity, sizeof *set->items);
    return set;
}

void literals_free(struct literals *set)
{
    if (!set)
        return;
    free(set->items);
    free(set->seen);
    free(set);
}

static uint32_t key_at(const char *bytes)
{
    uint32_t key;

    memcpy(&key, bytes, sizeof key);
    return key;
}

static uint32_t hash_of(uint32_t key)
{
    return (key * 0x9e3779b1u) >> (32 - HASH_BITS);
}

/* How common a byte is in logs, roughly: only the speed depends on it. */
static unsigned commonness(char c)
{
    if (c == ' ')
        return 12;
    if (c && strchr("etaoinsrld", c))
        return 9;
    if (c && strchr("cmpu./-0123456789fghb", c))
        return 6;
    return c >= 'a' && c <= 'z' ? 4 : 2;
}

static size_t rarest_part(struct span text)
{
    size_t best = 0;
    unsigned least = UINT32_MAX;

    for (size_t i = 0; i + LITERAL_LEAST <= text.len; i++) {
        unsigned sum = 0;

        for (size_t j = 0; j < LITERAL_LEAST; j++)
            sum += commonness(text.data[i + j]);
        if (sum < least) {
            least = sum;
            best = i;
        }
    }
    return best;
}

static void add_item(struct literals *set, struct literal item)
{
    uint32_t hash;

    item.key = key_at(item.text.data + item.position);
    hash = hash_of(item.key);
    set->bits[hash / 64] |= (uint64_t)1 << (hash % 64);
    item.next = set->buckets[hash % BUCKETS];
    XGROW(set->items, set->count, set->capacity);
    set->buckets[hash % BUCKETS] = set->count;
    set->items[set->count++] = item;
}

void literals_add(struct literals *set, struct span text, size_t value)
{
    struct literal item = {.text = text, .position = rarest_part(text), .value = value};

    add_item(set, item);
    item.position++;
    add_item(set, item);
}

/* Marks the values of the texts that stand in line with their four bytes at position at. */
static size_t confirm(struct literals *set, struct span line, size_t at, uint32_t key,
                      uint32_t hash)
{
    size_t found = 0;

    for (size_t i = set->buckets[hash % BUCKETS]; i; i = set->items[i].next) {
        const struct literal *item = &set->items[i];

        if (item->key != key || at < item->position || set->seen[item->value])
            continue;
        if (span_equal(span_head(span_skip(line, at - item->position), item->text.len),
                       item->text)) {
            set->seen[item->value] = true;
            found++;
        }
    }
    return found;
}

size_t literals_find(struct literals *set, struct span line, size_t *ret_values)
{
    size_t found = 0;
    size_t count = 0;

    for (size_t i = 0; i + sizeof(uint32_t) <= line.len; i += 2) {
        uint32_t key = key_at(line.data + i);
        uint32_t hash = hash_of(key);

        if (set->bits[hash / 64] >> (hash % 64) & 1)
            found += confirm(set, line, i, key, hash);
    }
    for (size_t value = 0; count < found; value++) {
        if (set->seen[value]) {
            set->seen[value] = false;
            ret_values[count++] = value;
        }
    }
    return count;
}
