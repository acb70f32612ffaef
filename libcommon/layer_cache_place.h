/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a layer cache's entries lie; part of layer_cache.c, which knows whom they are for. */
#ifndef LAYER_CACHE_PLACE_H
#define LAYER_CACHE_PLACE_H

#include "layer_cache.h"
#include "strbuf.h"

struct cache_place;

struct cache_place_kind {
    /* A descriptor of the entry's bytes; -1, with err set unless there is none. Safe on many threads. */
    int (*open)(struct cache_place *place, const struct layer_cache_key *key, struct error *err);
    /* Keeps header and body as one entry. */
    bool (*put)(struct cache_place *place, const struct layer_cache_key *key, struct span header,
                struct span body, struct error *err);
    void (*remove)(struct cache_place *place, const struct layer_cache_key *key);
    void (*close)(struct cache_place *place);
};

/* The first member of each kind's own struct, which close() frees. */
struct cache_place {
    const struct cache_place_kind *kind;
};

/* A folder, of at most so many bytes (0: any). Never NULL. */
struct cache_place *cache_place_folder(const char *path, uint64_t most_bytes);
/* s3://BUCKET[/PREFIX]; how is borrowed.  NULL with err set. */
struct cache_place *cache_place_s3(const char *where, const struct layer_cache_options *how,
                                   struct error *err);

#endif
