/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "retry.h"

#include <sys/random.h>
#include <time.h>

/* Milliseconds. */
#define FIRST_PAUSE 500
#define LONGEST_PAUSE 60000
#define STEP 100

int64_t retry_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Up to a quarter more, so that many of us do not come back at the same time. */
static int64_t with_jitter(int64_t milliseconds)
{
    unsigned char byte = 0;

    /* Without entropy there is no jitter, which does no harm. */
    (void)!getrandom(&byte, sizeof byte, GRND_NONBLOCK);
    return milliseconds + milliseconds * byte / 1020;
}

/* No less than the other side asks for, nor than we would wait if it did not. */
static int64_t pause_after(int failures, int64_t retry_after)
{
    int64_t pause = FIRST_PAUSE;

    while (--failures > 0 && pause < LONGEST_PAUSE)
        pause *= 2;
    if (pause > LONGEST_PAUSE)
        pause = LONGEST_PAUSE;
    return with_jitter(retry_after * 1000 > pause ? retry_after * 1000 : pause);
}

/* In steps, so as to see when it is to stop; false then. */
static bool pause_for(int64_t milliseconds, const atomic_bool *stop)
{
    int64_t end = retry_now() + milliseconds;

    for (int64_t left = milliseconds; left > 0; left = end - retry_now()) {
        const struct timespec step = {0, (left < STEP ? left : STEP) * 1000000};

        if (stop && atomic_load(stop))
            return false;
        nanosleep(&step, NULL);
    }
    return true;
}

bool retry_wait_until(int64_t then, const atomic_bool *stop)
{
    int64_t left = then - retry_now();

    return left <= 0 || pause_for(with_jitter(left), stop);
}

bool retry_wait(struct retry *retry, int64_t retry_after)
{
    int64_t now = retry_now();
    int64_t pause;

    if (retry->failures++ == 0)
        retry->end = now + (int64_t)retry->seconds * 1000;
    pause = pause_after(retry->failures, retry_after);
    if (now + pause > retry->end)
        return false;
    return pause_for(pause, retry->stop);
}

void retry_progress(struct retry *retry)
{
    retry->failures = 0;
}
