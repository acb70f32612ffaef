/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which layer is fetched next, for threads that ask.
 *
 * A large layer takes the line's whole width for a while, so that a few at one time, the largest first, are
 * done soonest.  Of a small one nearly all the time passes before its first byte comes: as many of them as
 * there are jobs are under way beside, the smallest first, unless only one layer at a time is wanted.
 *
 *     turns_init(&turns, image, order, jobs)   turns_threads(): so many have something to do
 *     turns_take(&turns, &turn)                once for each layer of the image, by any thread
 *     turns_give_back(&turns, &turn)           it is fetched, or not
 *     turns_release(&turns)                    when no thread has a turn any more
 */
#ifndef TURNS_H
#define TURNS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "image.h"

struct turns {
    pthread_mutex_t lock;
    pthread_cond_t job_is_free;
    const struct image *image; /* borrowed */
    size_t *layers;            /* those not begun are from next to end, the largest first */
    size_t next;
    size_t end;
    size_t free_jobs;
    size_t threads;
};

struct turn {
    size_t layer;
    bool beside; /* the jobs */
};

/*
 * order (NULL: any) is one after another, whatever jobs says: the numbers of the image's layers.
 * Of jobs, 0 is as 1.
 */
void turns_init(struct turns *turns, const struct image *image, const size_t *order, size_t jobs);
void turns_release(struct turns *turns);
size_t turns_threads(const struct turns *turns);
/* Waits while all jobs are taken and no small layer is left. */
void turns_take(struct turns *turns, struct turn *ret);
void turns_give_back(struct turns *turns, const struct turn *turn);

#endif
