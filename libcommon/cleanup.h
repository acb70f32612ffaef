/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Resources that end with their scope.
 *
 * The law of ownership: whoever declares a CLEANUP variable owns what it holds;
 * STEAL() hands it over, to the caller or to a structure, and leaves NULL
 * behind.  Functions named _take or _new take over what they are given; all
 * others borrow.  Destructors accept NULL and keep errno.
 */
#ifndef CLEANUP_H
#define CLEANUP_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CLEANUP(function) __attribute__((cleanup(function)))

/* The pointer's value, leaving NULL in its place. */
#define STEAL(pointer)                           \
    (__extension__({                             \
        __typeof__(pointer) stolen_ = (pointer); \
        (pointer) = NULL;                        \
        stolen_;                                 \
    }))

/* Defines name(T *p) for CLEANUP, calling function(*p) when it is not NULL. */
#define DEFINE_CLEANUP(name, type, function) \
    static inline void name(type *p)         \
    {                                        \
        if (*p) {                            \
            int saved_errno = errno;         \
            function(*p);                    \
            errno = saved_errno;             \
        }                                    \
    }

/* CLEANUP(cleanup_free) char *x: any malloc'ed pointer. */
static inline void cleanup_free(void *p)
{
    void *memory = *(void **)p;

    free(memory);
}

/* CLEANUP(cleanup_fd) int fd = -1. Only for descriptors that were read: a writer checks close(). */
static inline void cleanup_fd(int *fd)
{
    if (*fd >= 0) {
        int saved_errno = errno;

        close(*fd);
        errno = saved_errno;
    }
}

#endif
