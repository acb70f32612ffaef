/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "stream.h"
#include "xalloc.h"

struct named {
    struct stream base;
    struct stream *upstream;
    char *name;
};

static bool named_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct named *s = (struct named *)base;

    return stream_next(s->upstream, ret_piece, err) || error_prefix(err, "%s", s->name);
}

static bool named_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                       struct error *err)
{
    struct named *s = (struct named *)base;

    return stream_read(s->upstream, out, capacity, ret_len, err) ||
           error_prefix(err, "%s", s->name);
}

static void named_close(struct stream *base)
{
    struct named *s = (struct named *)base;

    stream_close(s->upstream);
    free(s->name);
    free(s);
}

struct stream *stream_named_take(struct stream *upstream, const char *name)
{
    static const struct stream_ops ops = {.next = named_next,
                                          .read = named_read,
                                          .close = named_close};
    struct named *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->upstream = upstream;
    s->name = xstrdup(name);
    return &s->base;
}
