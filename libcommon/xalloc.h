/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Allocation that cannot fail: when memory is out the process says so in one
 * line on stderr and ends with exit status 70.  A step is small and restarted
 * by the engine, so there is nothing better to do, and callers stay readable.
 * Results of other libraries (jansson, libarchive, libcurl) are always tested.
 *
 * Everything returned is freed with free().  Sizes are in bytes; products that
 * overflow count as out of memory.
 */
#ifndef XALLOC_H
#define XALLOC_H

#include <stddef.h>

void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull, alloc_size(1)));
void *xcalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull, alloc_size(1, 2)));
void *xreallocarray(void *old, size_t count, size_t size) __attribute__((returns_nonnull));
char *xstrdup(const char *text) __attribute__((malloc, returns_nonnull));
/* A NUL-terminated copy of the len bytes at bytes. */
char *xmemdup0(const void *bytes, size_t len) __attribute__((malloc, returns_nonnull));
char *xasprintf(const char *format, ...)
    __attribute__((malloc, returns_nonnull, format(printf, 1, 2)));

/* The capacity to grow to when one more than used is wanted: at least doubles. */
size_t xgrown(size_t capacity, size_t wanted);

/* Makes room for one more element at the end of array; capacity and count are lvalues. */
#define XGROW(array, count, capacity)                                      \
    do {                                                                   \
        if ((count) >= (capacity)) {                                       \
            (capacity) = xgrown((capacity), (count) + 1);                  \
            (array) = xreallocarray((array), (capacity), sizeof *(array)); \
        }                                                                  \
    } while (0)

/* What every xalloc function does when memory is out; jansson's and others' NULLs end here too. */
void out_of_memory(void) __attribute__((noreturn, cold));

#endif
