/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes that grow, up to a ceiling that the owner must name.
 *
 *     STRBUF_AUTO(line, LIMIT_LOG_LINE);
 *     strbuf_add(&line, bytes, n);
 *     if (strbuf_overflowed(&line)) ...
 *
 * data is always NUL-terminated (the NUL is not counted in len) and never NULL
 * after init.  Adding more than the ceiling keeps what fits, drops the rest and
 * sets the sticky overflow flag: the caller asks once, at the end, and decides
 * whether that is a warning or an error.  The struct owns its bytes until
 * strbuf_release or strbuf_detach.
 */
#ifndef STRBUF_H
#define STRBUF_H

#include <stdbool.h>
#include <stddef.h>

#include "cleanup.h"
#include "span.h"

struct strbuf {
    char *data;
    size_t len;
    size_t capacity; /* 0: data is a shared empty string */
    size_t ceiling;
    bool overflowed;
};

#define STRBUF_AUTO(name, max)                                                           \
    __attribute__((cleanup(strbuf_release))) struct strbuf name = {.data = strbuf_empty, \
                                                                   .ceiling = (max)}

/* What data points to before anything was added; never written to. */
extern char strbuf_empty[1];

void strbuf_init(struct strbuf *buf, size_t ceiling);
/* Frees the bytes; buf is as after strbuf_init. */
void strbuf_release(struct strbuf *buf);
/* Forgets the content and the overflow, keeps the memory. */
void strbuf_clear(struct strbuf *buf);
/* Hands the NUL-terminated bytes over (free them); buf is as after strbuf_init. */
char *strbuf_detach(struct strbuf *buf);

void strbuf_add(struct strbuf *buf, const void *bytes, size_t len);
static inline void strbuf_add_byte(struct strbuf *buf, char c)
{
    /* Room for it and the NUL is there most of the time; capacity never goes beyond the ceiling's. */
    if (buf->len + 1 < buf->capacity) {
        buf->data[buf->len++] = c;
        buf->data[buf->len] = '\0';
    } else {
        strbuf_add(buf, &c, 1);
    }
}
void strbuf_add_string(struct strbuf *buf, const char *text);
void strbuf_add_span(struct strbuf *buf, struct span s);
void strbuf_addf(struct strbuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Cuts to len, which must not be more than there is. */
void strbuf_truncate(struct strbuf *buf, size_t len);

static inline bool strbuf_overflowed(const struct strbuf *buf)
{
    return buf->overflowed;
}

/* The content; valid until the next change. */
static inline struct span strbuf_span(const struct strbuf *buf)
{
    return span_of(buf->data, buf->len);
}

#endif
