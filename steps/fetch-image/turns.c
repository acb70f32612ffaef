/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "turns.h"

#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "xalloc.h"

/* At 20 MB/s it takes as long as a request and a redirect over an ocean. */
#define SMALL (1 * MIB)

struct sized {
    uint64_t size;
    size_t layer;
};

static int compare_sizes(const void *a, const void *b)
{
    const struct sized *x = a;
    const struct sized *y = b;

    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->layer > y->layer) - (x->layer < y->layer);
}

static uint64_t size_of(const struct turns *turns, size_t place)
{
    return turns->image->layers[turns->layers[place]].blob.size;
}

static void sort_layers(struct turns *turns)
{
    size_t count = turns->image->layer_count;
    CLEANUP(cleanup_free) struct sized *sized = xcalloc(count, sizeof *sized);

    for (size_t i = 0; i < count; i++)
        sized[i] = (struct sized){turns->image->layers[i].blob.size, i};
    qsort(sized, count, sizeof *sized, compare_sizes);
    for (size_t i = 0; i < count; i++)
        turns->layers[i] = sized[i].layer;
}

static size_t count_small(const struct turns *turns)
{
    size_t count = 0;

    while (count < turns->end && size_of(turns, turns->end - 1 - count) < SMALL)
        count++;
    return count;
}

static size_t count_beside(const struct turns *turns)
{
    size_t small = turns->free_jobs > 1 ? count_small(turns) : 0;

    return small < turns->free_jobs ? small : turns->free_jobs;
}

void turns_init(struct turns *turns, const struct image *image, const size_t *order, size_t jobs)
{
    size_t count = image->layer_count;

    *turns = (struct turns){.image = image, .end = count, .free_jobs = 1};
    pthread_mutex_init(&turns->lock, NULL);
    pthread_cond_init(&turns->job_is_free, NULL);
    turns->layers = xcalloc(count, sizeof *turns->layers);
    if (order) {
        memcpy(turns->layers, order, count * sizeof *order);
    } else {
        sort_layers(turns);
        if (jobs > 1)
            turns->free_jobs = jobs < LIMIT_LAYERS ? jobs : LIMIT_LAYERS;
    }
    turns->threads = turns->free_jobs + count_beside(turns);
}

void turns_release(struct turns *turns)
{
    pthread_cond_destroy(&turns->job_is_free);
    pthread_mutex_destroy(&turns->lock);
    free(turns->layers);
}

size_t turns_threads(const struct turns *turns)
{
    return turns->threads;
}

void turns_take(struct turns *turns, struct turn *ret)
{
    pthread_mutex_lock(&turns->lock);
    while (!turns->free_jobs && size_of(turns, turns->end - 1) >= SMALL)
        pthread_cond_wait(&turns->job_is_free, &turns->lock);
    ret->beside = !turns->free_jobs;
    if (!ret->beside)
        turns->free_jobs--;
    ret->layer = turns->layers[ret->beside ? --turns->end : turns->next++];
    pthread_mutex_unlock(&turns->lock);
}

void turns_give_back(struct turns *turns, const struct turn *turn)
{
    pthread_mutex_lock(&turns->lock);
    if (!turn->beside) {
        turns->free_jobs++;
        pthread_cond_signal(&turns->job_is_free);
    }
    pthread_mutex_unlock(&turns->lock);
}
