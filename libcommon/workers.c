/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workers.h"

#include <pthread.h>
#include <stdatomic.h>

#include "cleanup.h"
#include "xalloc.h"

struct run {
    const struct workers *workers;
    atomic_size_t next;
    atomic_bool failed;
    pthread_mutex_t lock; /* over the two below */
    size_t failed_job;
    struct error failure;
};

static void fail(struct run *run, size_t job, const struct error *failure)
{
    bool first;

    pthread_mutex_lock(&run->lock);
    first = !atomic_exchange(&run->failed, true);
    if (first || (!run->workers->stop && job < run->failed_job)) {
        run->failure = *failure;
        run->failed_job = job;
    }
    pthread_mutex_unlock(&run->lock);
    if (first && run->workers->stop)
        run->workers->stop(run->workers->context);
}

static void *work(void *context)
{
    struct run *run = context;
    size_t job;

    while (!atomic_load(&run->failed) &&
           (job = atomic_fetch_add(&run->next, 1)) < run->workers->jobs) {
        struct error failure = {0};

        if (!run->workers->work(run->workers->context, job, &failure))
            fail(run, job, &failure);
    }
    return NULL;
}

bool workers_run(const struct workers *workers, struct error *err)
{
    struct run run = {.workers = workers, .lock = PTHREAD_MUTEX_INITIALIZER};
    size_t most = workers->threads < workers->jobs ? workers->threads : workers->jobs;
    CLEANUP(cleanup_free) pthread_t *threads = xcalloc(most + 1, sizeof *threads);
    size_t count = 0;

    while (count + 1 < most && pthread_create(&threads[count], NULL, work, &run) == 0)
        count++;
    work(&run);
    while (count > 0)
        pthread_join(threads[--count], NULL);
    pthread_mutex_destroy(&run.lock);
    return !atomic_load(&run.failed) || error_set(err, run.failure.kind, "%s", run.failure.message);
}
