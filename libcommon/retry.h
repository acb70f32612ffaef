/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When to try again what may pass: after pauses that double, with jitter, for a time that
 * counts from the first failure.
 *
 *     struct retry retry = {.seconds = 60};
 *     while (!try(&failure))
 *         if (failure.kind != ERROR_TRY_AGAIN || !retry_wait(&retry, -1))
 *             return error;
 */
#ifndef RETRY_H
#define RETRY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct retry {
    long seconds;            /* from the first failure on; 0: never again */
    int failures;            /* so far, or since the last progress */
    int64_t end;             /* on the monotonic clock, in milliseconds */
    const atomic_bool *stop; /* once it is true, no more is waited for; NULL: never */
};

/*
 * After a failure: waits and says true, or says false when the time is over or would be.
 * retry_after: the seconds that the other side asked for, -1: none.
 */
bool retry_wait(struct retry *retry, int64_t retry_after);
/* Milliseconds, on the monotonic clock. */
int64_t retry_now(void);
/* Until then and a little longer, see above; false when it was stopped before. */
bool retry_wait_until(int64_t then, const atomic_bool *stop);
/* Something was won since: the next failure is the first again. */
void retry_progress(struct retry *retry);

#endif
