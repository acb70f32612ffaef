/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Streams that check the digest and size of what passes through, or tell the digest (digest.h).
 *
 * The threaded one reads into a ring: the caller uses the bytes there, and so does the
 * hash thread; a buffer is filled again only when both are through with it.
 */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "digest.h"
#include "piece_ring.h"
#include "xalloc.h"

#define RING 4

struct verify_stream {
    struct stream base;
    struct stream *upstream;
    struct digest expected;
    struct digest *found; /* tells it here, and checks nothing; or NULL */
    uint64_t size;
    uint64_t seen;
    const char *name;
    struct hash *hash;
};

static bool check_size(struct verify_stream *s, size_t piece, struct error *err)
{
    s->seen += piece;
    if (s->found)
        return true;
    if (s->seen > s->size)
        return error_set(err, ERROR_MALFORMED, "%s is larger than the %llu bytes it should have",
                         s->name, (unsigned long long)s->size);
    if (!piece && s->seen < s->size)
        return error_set(err, ERROR_MALFORMED, "%s ends after %llu of %llu bytes", s->name,
                         (unsigned long long)s->seen, (unsigned long long)s->size);
    return true;
}

static bool check_digest(struct verify_stream *s, struct error *err)
{
    struct digest found = hash_finish(STEAL(s->hash));

    if (s->found) {
        *s->found = found;
        return true;
    }
    if (!digest_equal(&found, &s->expected))
        return error_set(err, ERROR_MALFORMED, "%s has the digest %s instead of %s", s->name,
                         DIGEST_TEXT(&found), DIGEST_TEXT(&s->expected));
    return true;
}

static bool verify_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct verify_stream *s = (struct verify_stream *)base;

    if (!stream_next(s->upstream, ret_piece, err) || !check_size(s, ret_piece->len, err))
        return false;
    if (!ret_piece->len)
        return check_digest(s, err);
    hash_add(s->hash, ret_piece->data, ret_piece->len);
    return true;
}

static bool verify_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                        struct error *err)
{
    struct verify_stream *s = (struct verify_stream *)base;

    if (!stream_read(s->upstream, out, capacity, ret_len, err) || !check_size(s, *ret_len, err))
        return false;
    if (!*ret_len)
        return check_digest(s, err);
    hash_add(s->hash, out, *ret_len);
    return true;
}

static void verify_close(struct stream *base)
{
    struct verify_stream *s = (struct verify_stream *)base;

    stream_close(s->upstream);
    hash_free(s->hash);
    free(s);
}

/* The hash is that of what is seen already. */
static void verify_init(struct verify_stream *s, const struct stream_ops *ops,
                        struct stream *upstream, struct hash *hash, const struct digest *expected,
                        uint64_t size, const char *name)
{
    s->base.ops = ops;
    s->upstream = upstream;
    s->expected = *expected;
    s->size = size;
    s->name = name;
    s->hash = hash;
}

/* ---- with the hash on its own thread ---- */

struct threaded_stream {
    struct verify_stream v;
    struct piece_ring *ring;
    pthread_t thread;
    bool joined;
};

/* Of all threaded streams: more of them than processors hash no faster, and each has a ring of buffers. */
static atomic_long hashing;

/* Those that we may run on, asked for in a way that a confined process has too; 0: more than a set holds. */
static int processor_count(void)
{
    cpu_set_t ours;

    return sched_getaffinity(0, sizeof ours, &ours) == 0 ? CPU_COUNT(&ours) : 0;
}

static bool take_processor(void)
{
    int processors = processor_count();

    if (atomic_fetch_add(&hashing, 1) < processors || !processors)
        return true;
    atomic_fetch_sub(&hashing, 1);
    return false;
}

static void *hash_pieces(void *context)
{
    struct threaded_stream *s = context;
    struct span piece;

    while (piece_ring_take(s->ring, &piece)) {
        hash_add(s->v.hash, piece.data, piece.len);
        piece_ring_give_back(s->ring);
    }
    return NULL;
}

/* Lets the thread hash what was put into the ring, and ends it. */
static void join_hash(struct threaded_stream *s)
{
    if (s->joined)
        return;
    piece_ring_end(s->ring);
    pthread_join(s->thread, NULL);
    s->joined = true;
}

static bool threaded_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct threaded_stream *s = (struct threaded_stream *)base;
    char *buffer = piece_ring_fill(s->ring);
    size_t len = 0;

    if (!stream_read(s->v.upstream, buffer, STREAM_PIECE, &len, err) ||
        !check_size(&s->v, len, err))
        return false;
    *ret_piece = span_of(buffer, len);
    if (!len) {
        join_hash(s);
        return check_digest(&s->v, err);
    }
    piece_ring_put(s->ring, len);
    return true;
}

static void threaded_close(struct stream *base)
{
    struct threaded_stream *s = (struct threaded_stream *)base;

    join_hash(s);
    atomic_fetch_sub(&hashing, 1);
    piece_ring_free(s->ring);
    verify_close(base);
}

/*
 * NULL where no thread is to be had (a pids limit), or enough of them hash, and upstream and hash are the
 * caller's still.
 */
static struct verify_stream *start_threaded(struct stream *upstream, struct hash *hash,
                                            const struct digest *expected, uint64_t size,
                                            const char *name)
{
    static const struct stream_ops ops = {.next = threaded_next, .close = threaded_close};
    struct threaded_stream *s;

    if (!take_processor())
        return NULL;
    s = xcalloc(1, sizeof *s);
    verify_init(&s->v, &ops, upstream, hash, expected, size, name);
    s->ring = piece_ring_new(RING, 1);
    if (pthread_create(&s->thread, NULL, hash_pieces, s) == 0)
        return &s->v;
    s->v.upstream = NULL;
    s->v.hash = NULL;
    s->joined = true;
    stream_close(&s->v.base);
    return NULL;
}

static struct stream *verify(struct stream *upstream, struct hash *hash, uint64_t seen,
                             const struct digest *expected, uint64_t size, const char *name,
                             bool threaded)
{
    static const struct stream_ops ops = {.next = verify_next,
                                          .read = verify_read,
                                          .close = verify_close};
    struct verify_stream *s =
        threaded ? start_threaded(upstream, hash, expected, size, name) : NULL;

    if (!s) {
        s = xcalloc(1, sizeof *s);
        verify_init(s, &ops, upstream, hash, expected, size, name);
    }
    s->seen = seen;
    return &s->base;
}

/* A thread costs more than hashing a small blob. */
static bool is_worth_a_thread(uint64_t size)
{
    return size >= 4 * STREAM_PIECE;
}

struct stream *stream_verify_take(struct stream *upstream, const struct digest *expected,
                                  uint64_t size, const char *name)
{
    return verify(upstream, hash_new(expected->algorithm), 0, expected, size, name, false);
}

struct stream *stream_verify_threaded_take(struct stream *upstream, const struct digest *expected,
                                           uint64_t size, const char *name)
{
    return verify(upstream, hash_new(expected->algorithm), 0, expected, size, name,
                  is_worth_a_thread(size));
}

struct stream *stream_verify_rest_take(struct stream *upstream, struct hash *hash, uint64_t seen,
                                       const struct digest *expected, uint64_t size,
                                       const char *name)
{
    return verify(upstream, hash, seen, expected, size, name, false);
}

struct stream *stream_hash_take(struct stream *upstream, bool threaded, struct digest *ret_digest)
{
    static const struct digest none;
    struct verify_stream *s = (struct verify_stream *)verify(upstream, hash_new(DIGEST_SHA256), 0,
                                                             &none, 0, "", threaded);

    s->found = ret_digest;
    return &s->base;
}
