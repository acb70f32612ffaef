/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "workers.h"

#define JOBS 100

struct account {
    atomic_int done[JOBS];
    size_t failing; /* JOBS: none */
    atomic_int stopped;
};

static bool work(void *context, size_t job, struct error *err)
{
    struct account *account = context;

    atomic_fetch_add(&account->done[job], 1);
    return job != account->failing || error_set(err, ERROR_MALFORMED, "job %zu", job);
}

static void stop(void *context)
{
    atomic_fetch_add(&((struct account *)context)->stopped, 1);
}

static bool run(struct account *account, size_t threads, struct error *err)
{
    const struct workers workers = {JOBS, threads, work, stop, account};

    return workers_run(&workers, err);
}

static void does_each_job_once(void **state)
{
    static const size_t threads[] = {1, 2, 7, JOBS, 2 * JOBS};

    for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++) {
        struct account account = {.failing = JOBS};
        struct error err = {0};

        assert_true(run(&account, threads[i], &err));
        for (size_t job = 0; job < JOBS; job++)
            assert_int_equal(account.done[job], 1);
        assert_int_equal(account.stopped, 0);
    }
}

static void tells_the_first_failure_and_stops(void **state)
{
    struct account alone = {.failing = 3};
    struct account several = {.failing = 3};
    struct error err = {0};

    assert_false(run(&alone, 1, &err));
    assert_string_equal(err.message, "job 3");
    assert_int_equal(alone.done[3], 1);
    assert_int_equal(alone.done[4], 0);
    assert_int_equal(alone.stopped, 1);
    error_clear(&err);
    assert_false(run(&several, 4, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_int_equal(several.stopped, 1);
}

/* The second of two jobs fails before the first does. */
static bool fail_in_turn(void *context, size_t job, struct error *err)
{
    sem_t *second_failed = context;

    if (job == 1)
        sem_post(second_failed);
    else
        sem_wait(second_failed);
    return error_set(err, ERROR_MALFORMED, "job %zu", job);
}

static void tells_the_lowest_failure_where_nothing_stops_the_others(void **state)
{
    sem_t second_failed;
    const struct workers workers = {2, 2, fail_in_turn, NULL, &second_failed};
    struct error err = {0};

    assert_int_equal(sem_init(&second_failed, 0, 0), 0);
    assert_false(workers_run(&workers, &err));
    assert_string_equal(err.message, "job 0");
    sem_destroy(&second_failed);
}

static void has_nothing_to_do(void **state)
{
    const struct workers workers = {0, 4, work, stop, NULL};
    struct error err = {0};

    assert_true(workers_run(&workers, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_each_job_once),
        cmocka_unit_test(tells_the_first_failure_and_stops),
        cmocka_unit_test(tells_the_lowest_failure_where_nothing_stops_the_others),
        cmocka_unit_test(has_nothing_to_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
