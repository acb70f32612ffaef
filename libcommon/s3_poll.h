/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The seam under libs3's rounds (mk/libs3.mk): of a request context's connections only those go on of which
 * poll() has said something, or whose time has come.  libs3 asks libcurl to try all of them each time, and
 * that is a system call for each.
 *
 *     struct s3_poll poll = {0};
 *     s3_poll_use(&poll);                    before each call of libs3 about the request context
 *     S3_create_request_context(&context);
 *     ... requests ...
 *     S3_runonce_request_context(context, &remaining);
 *     s3_poll_wait(&poll, S3_get_request_context_timeout(context));     and the next round
 *     S3_destroy_request_context(context);
 *     s3_poll_release(&poll);
 */
#ifndef S3_POLL_H
#define S3_POLL_H

#include <poll.h>
#include <stddef.h>
#include <stdint.h>

/* Of one request context. */
struct s3_poll {
    struct pollfd *sockets; /* as libcurl says which, and for what */
    size_t count;
    size_t capacity;
};

/* The request context that this thread makes or runs next has this one, which outlives it. */
void s3_poll_use(struct s3_poll *poll);
/* Until something can go on, or the time is over; it may be less. */
void s3_poll_wait(struct s3_poll *poll, int64_t milliseconds);
void s3_poll_release(struct s3_poll *poll);

#endif
