/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes through every decoder, in one piece and byte by byte: the two must agree. */
#include <stdint.h>
#include <string.h>

#include "inflate.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST_INPUT (64 * KIB)
#define MOST_OUTPUT (1 * MIB)

struct trickle {
    struct stream base;
    struct span rest;
};

static bool trickle_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct trickle *t = (struct trickle *)base;

    (void)err;
    *ret_piece = span_head(t->rest, 1);
    t->rest = span_skip(t->rest, 1);
    return true;
}

static void trickle_close(struct stream *base)
{
    free(base);
}

static struct stream *trickle_of(struct span bytes)
{
    static const struct stream_ops ops = {.next = trickle_next, .close = trickle_close};
    struct trickle *t = xcalloc(1, sizeof *t);

    t->base.ops = &ops;
    t->rest = bytes;
    return &t->base;
}

static bool inflate(struct stream *upstream, struct strbuf *out)
{
    struct error err = {0};
    CLEANUP(cleanup_stream)
    struct stream *s = stream_inflate_take(upstream, MOST_OUTPUT, "blob", &err);
    bool done = s && stream_read_all(s, out, "blob", &err);

    if (done == error_is_set(&err))
        __builtin_trap();
    return done;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = span_of((const char *)data, size);
    STRBUF_AUTO(whole, MOST_OUTPUT);
    STRBUF_AUTO(trickled, MOST_OUTPUT);
    bool done;

    if (size > MOST_INPUT)
        return 0;
    done = inflate(stream_of_span(bytes), &whole);
    if (inflate(trickle_of(bytes), &trickled) != done)
        __builtin_trap();
    if (done && !span_equal(strbuf_span(&whole), strbuf_span(&trickled)))
        __builtin_trap();
    return 0;
}
