/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pool.h"

#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "xalloc.h"

#define POOL_CHUNK (64 * KIB)

struct span pool_keep(struct pool *pool, struct span text)
{
    char *place;

    if (text.len == 0 || pool->full)
        return span_of(NULL, 0);
    if (text.len > POOL_CHUNK || text.len > LIMIT_LOG_KEPT - pool->kept) {
        pool->full = true;
        return span_of(NULL, 0);
    }
    if (text.len > pool->left) {
        XGROW(pool->chunks, pool->chunk_count, pool->chunk_capacity);
        pool->chunks[pool->chunk_count++] = xmalloc(POOL_CHUNK);
        pool->left = POOL_CHUNK;
    }
    place = pool->chunks[pool->chunk_count - 1] + (POOL_CHUNK - pool->left);
    memcpy(place, text.data, text.len);
    pool->left -= text.len;
    pool->kept += text.len;
    return span_of(place, text.len);
}

bool pool_is_full(const struct pool *pool)
{
    return pool->full;
}

void pool_release(struct pool *pool)
{
    for (size_t i = 0; i < pool->chunk_count; i++)
        free(pool->chunks[i]);
    free(pool->chunks);
    *pool = (struct pool){0};
}
