/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A number of independent jobs on a few threads.
 *
 * The caller's thread is one of them; where no other can be had it is the only one.  After a failure no further
 * job is begun.  The first one is told; where nothing stops the others, which then end as they would
 * have, that of the lowest job.
 */
#ifndef WORKERS_H
#define WORKERS_H

#include <stddef.h>

#include "error.h"

struct workers {
    size_t jobs;    /* numbered from 0, begun in this order */
    size_t threads; /* at most, 1 at least */
    /* Does one. Called by several threads. */
    bool (*work)(void *context, size_t job, struct error *err);
    /* NULL, or called once, after the first failure, to end the others soon. */
    void (*stop)(void *context);
    void *context;
};

/* When it returns no job runs any more. */
bool workers_run(const struct workers *workers, struct error *err);

#endif
