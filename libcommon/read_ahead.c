/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read_ahead.h"

#include <pthread.h>

#include "piece_ring.h"
#include "xalloc.h"

/* Evens out what one side takes longer for: a file to be parsed, a block that hardly inflates. */
#define READ_AHEAD_PIECES 4

struct ahead_stream {
    struct stream base;
    struct stream *upstream;
    struct piece_ring *ring; /* NULL: no thread, or none yet */
    pthread_t thread;
    struct error failure; /* upstream's; the thread's until it has ended the ring */
    bool alone;           /* no thread could be had */
    bool holds;           /* the caller has a piece of the ring */
};

/* False at the end, and when the reader wants no more. */
static bool put_piece(struct ahead_stream *s)
{
    char *buffer = piece_ring_fill(s->ring);
    size_t len = 0;

    if (!buffer || !stream_read(s->upstream, buffer, STREAM_PIECE, &len, &s->failure) || !len)
        return false;
    piece_ring_put(s->ring, len);
    return true;
}

static void *read_pieces(void *context)
{
    struct ahead_stream *s = context;

    while (put_piece(s))
        continue;
    piece_ring_end(s->ring);
    return NULL;
}

static void start_thread(struct ahead_stream *s)
{
    s->ring = piece_ring_new(READ_AHEAD_PIECES, 0);
    s->alone = pthread_create(&s->thread, NULL, read_pieces, s) != 0;
    if (!s->alone)
        return;
    piece_ring_free(s->ring);
    s->ring = NULL;
}

static bool next_from_ring(struct ahead_stream *s, struct span *ret_piece, struct error *err)
{
    if (s->holds)
        piece_ring_give_back(s->ring);
    s->holds = piece_ring_take(s->ring, ret_piece);
    if (s->holds)
        return true;
    *ret_piece = span_of(NULL, 0);
    return !error_is_set(&s->failure) || error_set(err, s->failure.kind, "%s", s->failure.message);
}

static bool ahead_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct ahead_stream *s = (struct ahead_stream *)base;

    if (!s->ring && !s->alone)
        start_thread(s);
    return s->ring ? next_from_ring(s, ret_piece, err) : stream_next(s->upstream, ret_piece, err);
}

static void ahead_close(struct stream *base)
{
    struct ahead_stream *s = (struct ahead_stream *)base;

    if (s->ring) {
        piece_ring_stop(s->ring);
        pthread_join(s->thread, NULL);
        piece_ring_free(s->ring);
    }
    stream_close(s->upstream);
    free(s);
}

struct stream *stream_read_ahead_take(struct stream *upstream)
{
    static const struct stream_ops ops = {.next = ahead_next, .close = ahead_close};
    struct ahead_stream *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->upstream = upstream;
    return &s->base;
}
