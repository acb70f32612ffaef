/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

char strbuf_empty[1] = "";

void strbuf_init(struct strbuf *buf, size_t ceiling)
{
    *buf = (struct strbuf){.data = strbuf_empty, .ceiling = ceiling};
}

void strbuf_release(struct strbuf *buf)
{
    if (buf->capacity)
        free(buf->data);
    strbuf_init(buf, buf->ceiling);
}

void strbuf_clear(struct strbuf *buf)
{
    strbuf_truncate(buf, 0);
    buf->overflowed = false;
}

char *strbuf_detach(struct strbuf *buf)
{
    char *bytes = buf->capacity ? buf->data : xstrdup("");

    strbuf_init(buf, buf->ceiling);
    return bytes;
}

/* What a path or a name needs, so that most strings are allocated once. */
#define FIRST_CAPACITY 128

/* Room for len more bytes and the NUL; len is known to fit the ceiling. */
static void reserve(struct strbuf *buf, size_t len)
{
    size_t wanted = buf->len + len + 1;

    if (wanted <= buf->capacity)
        return;
    size_t capacity = xgrown(buf->capacity, wanted > FIRST_CAPACITY ? wanted : FIRST_CAPACITY);

    if (capacity > buf->ceiling + 1)
        capacity = buf->ceiling + 1;
    buf->data = xreallocarray(buf->capacity ? buf->data : NULL, capacity, 1);
    buf->capacity = capacity;
}

void strbuf_add(struct strbuf *buf, const void *bytes, size_t len)
{
    if (len > buf->ceiling - buf->len) {
        len = buf->ceiling - buf->len;
        buf->overflowed = true;
    }
    if (!len)
        return;
    reserve(buf, len);
    memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void strbuf_add_string(struct strbuf *buf, const char *text)
{
    strbuf_add(buf, text, strlen(text));
}

void strbuf_add_span(struct strbuf *buf, struct span s)
{
    strbuf_add(buf, s.data, s.len);
}

void strbuf_addf(struct strbuf *buf, const char *format, ...)
{
    char *text = NULL;
    va_list args;
    int n;

    va_start(args, format);
    n = vasprintf(&text, format, args);
    va_end(args);
    if (n < 0)
        out_of_memory();
    strbuf_add(buf, text, (size_t)n);
    free(text);
}

void strbuf_truncate(struct strbuf *buf, size_t len)
{
    if (!buf->capacity)
        return;
    buf->len = len;
    buf->data[len] = '\0';
}
