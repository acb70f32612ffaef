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
    struct error *err; /* of who failed first */
};

static void fail(struct run *run, const struct error *failure)
{
    if (atomic_exchange(&run->failed, true))
        return;
    error_set(run->err, failure->kind, "%s", failure->message);
    if (run->workers->stop)
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
            fail(run, &failure);
    }
    return NULL;
}

bool workers_run(const struct workers *workers, struct error *err)
{
    struct run run = {.workers = workers, .err = err};
    size_t most = workers->threads < workers->jobs ? workers->threads : workers->jobs;
    CLEANUP(cleanup_free) pthread_t *threads = xcalloc(most + 1, sizeof *threads);
    size_t count = 0;

    while (count + 1 < most && pthread_create(&threads[count], NULL, work, &run) == 0)
        count++;
    work(&run);
    while (count > 0)
        pthread_join(threads[--count], NULL);
    return !atomic_load(&run.failed);
}
