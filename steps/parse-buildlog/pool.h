/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text kept of a log: appended to, never taken back, freed as a whole.  It ends
 * at LIMIT_LOG_KEPT bytes, whatever the log's size; from then on pool_keep
 * returns the empty span and pool_is_full says so, which is a warning in the
 * document.
 */
#ifndef POOL_H
#define POOL_H

#include <stdbool.h>

#include "span.h"

struct pool {
    char **chunks;
    size_t chunk_count;
    size_t chunk_capacity;
    size_t left; /* bytes free in the last chunk */
    size_t kept; /* bytes in all chunks */
    bool full;
};

/* A copy that lives as long as the pool. */
struct span pool_keep(struct pool *pool, struct span text);
bool pool_is_full(const struct pool *pool);
/* Frees all; pool is as after = {0}. */
void pool_release(struct pool *pool);

#endif
