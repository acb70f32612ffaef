/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three counts that only ever grow say all: put, taken and given back, in this order
 * from high to low.  Piece n lies in buffer n % count.
 */
#include "piece_ring.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include "limits.h"
#include "xalloc.h"

struct piece_ring {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    char **buffers;
    size_t *lengths;
    size_t count;
    size_t kept;
    uint64_t put;
    uint64_t taken;
    uint64_t given_back;
    bool ended;
    bool stopped;
};

struct piece_ring *piece_ring_new(size_t count, size_t kept)
{
    struct piece_ring *ring = xcalloc(1, sizeof *ring);

    ring->count = count;
    ring->kept = kept;
    ring->lengths = xcalloc(count, sizeof *ring->lengths);
    ring->buffers = xcalloc(count, sizeof *ring->buffers);
    for (size_t i = 0; i < count; i++)
        ring->buffers[i] = xmalloc(STREAM_PIECE);
    pthread_mutex_init(&ring->lock, NULL);
    pthread_cond_init(&ring->changed, NULL);
    return ring;
}

void piece_ring_free(struct piece_ring *ring)
{
    if (!ring)
        return;
    pthread_mutex_destroy(&ring->lock);
    pthread_cond_destroy(&ring->changed);
    for (size_t i = 0; i < ring->count; i++)
        free(ring->buffers[i]);
    free(ring->buffers);
    free(ring->lengths);
    free(ring);
}

/* What one thread does to the counts; the other may be waiting for it. */
static void change(struct piece_ring *ring, uint64_t *counter, bool *flag)
{
    pthread_mutex_lock(&ring->lock);
    if (counter)
        (*counter)++;
    if (flag)
        *flag = true;
    pthread_cond_signal(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
}

char *piece_ring_fill(struct piece_ring *ring)
{
    char *buffer;

    pthread_mutex_lock(&ring->lock);
    while (ring->put - ring->given_back >= ring->count - ring->kept && !ring->stopped)
        pthread_cond_wait(&ring->changed, &ring->lock);
    buffer = ring->stopped ? NULL : ring->buffers[ring->put % ring->count];
    pthread_mutex_unlock(&ring->lock);
    return buffer;
}

void piece_ring_put(struct piece_ring *ring, size_t len)
{
    ring->lengths[ring->put % ring->count] = len;
    change(ring, &ring->put, NULL);
}

void piece_ring_end(struct piece_ring *ring)
{
    change(ring, NULL, &ring->ended);
}

bool piece_ring_take(struct piece_ring *ring, struct span *ret_piece)
{
    bool any;

    pthread_mutex_lock(&ring->lock);
    while (ring->taken == ring->put && !ring->ended)
        pthread_cond_wait(&ring->changed, &ring->lock);
    any = ring->taken < ring->put;
    if (any) {
        size_t slot = ring->taken++ % ring->count;

        *ret_piece = span_of(ring->buffers[slot], ring->lengths[slot]);
    }
    pthread_mutex_unlock(&ring->lock);
    return any;
}

void piece_ring_give_back(struct piece_ring *ring)
{
    change(ring, &ring->given_back, NULL);
}

void piece_ring_stop(struct piece_ring *ring)
{
    change(ring, NULL, &ring->stopped);
}
