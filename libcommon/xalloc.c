/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xalloc.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exit_status.h"

void out_of_memory(void)
{
    /* No printf here: it may want memory too. */
    static const char text[] = "error: out of memory; give the step a higher memory limit\n";

    if (write(STDERR_FILENO, text, sizeof text - 1) < 0) {
        /* Nobody is left to tell. */
    }
    _exit(EXIT_STATUS_BUG);
}

void *xmalloc(size_t size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        out_of_memory();
    return p;
}

void *xcalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        out_of_memory();
    return p;
}

void *xreallocarray(void *old, size_t count, size_t size)
{
    void *p;

    if (size && count > SIZE_MAX / size)
        out_of_memory();
    p = realloc(old, count && size ? count * size : 1);
    if (!p)
        out_of_memory();
    return p;
}

char *xmemdup0(const void *bytes, size_t len)
{
    char *copy = xmalloc(len + 1);

    if (len)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    return copy;
}

char *xstrdup(const char *text)
{
    return xmemdup0(text, strlen(text));
}

char *xasprintf(const char *format, ...)
{
    va_list args;
    char *text = NULL;
    int n;

    va_start(args, format);
    n = vasprintf(&text, format, args);
    va_end(args);
    if (n < 0)
        out_of_memory();
    return text;
}

size_t xgrown(size_t capacity, size_t wanted)
{
    size_t doubled = capacity < SIZE_MAX / 2 ? capacity * 2 : SIZE_MAX;

    if (doubled < 16)
        doubled = 16;
    return doubled < wanted ? wanted : doubled;
}
