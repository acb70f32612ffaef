/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Streams that check the digest and size of what passes through (digest.h).
 *
 * The threaded one keeps a ring of pieces: the reader fills a slot and uses the
 * bytes, the hash thread uses them too, and a slot is filled again only when
 * both are through with it.  published and hashed only ever grow; slot n is
 * free when hashed > n - RING.
 */
#include <pthread.h>
#include <string.h>

#include "digest.h"
#include "xalloc.h"

#define RING 8

struct verify_stream {
    struct stream base;
    struct stream *upstream;
    struct digest expected;
    uint64_t size;
    uint64_t seen;
    const char *name;
    struct sha256 *hash;
};

static bool check_size(struct verify_stream *s, size_t piece, struct error *err)
{
    s->seen += piece;
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
    struct digest found = sha256_finish(STEAL(s->hash));

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
    sha256_add(s->hash, ret_piece->data, ret_piece->len);
    return true;
}

static void verify_close(struct stream *base)
{
    struct verify_stream *s = (struct verify_stream *)base;

    stream_close(s->upstream);
    sha256_free(s->hash);
    free(s);
}

static void verify_init(struct verify_stream *s, const struct stream_ops *ops,
                        struct stream *upstream, const struct digest *expected, uint64_t size,
                        const char *name)
{
    s->base.ops = ops;
    s->upstream = upstream;
    s->expected = *expected;
    s->size = size;
    s->name = name;
    s->hash = sha256_new();
}

struct stream *stream_verify_take(struct stream *upstream, const struct digest *expected,
                                  uint64_t size, const char *name)
{
    static const struct stream_ops ops = {verify_next, verify_close};
    struct verify_stream *s = xcalloc(1, sizeof *s);

    verify_init(s, &ops, upstream, expected, size, name);
    return &s->base;
}

/* ---- with the hash on its own thread ---- */

struct threaded_stream {
    struct verify_stream v;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    char *slots[RING];
    size_t lengths[RING];
    uint64_t published;
    uint64_t hashed;
    bool stop;
    bool joined;
};

static void *hash_slots(void *context)
{
    struct threaded_stream *s = context;

    pthread_mutex_lock(&s->lock);
    for (;;) {
        while (s->hashed == s->published && !s->stop)
            pthread_cond_wait(&s->changed, &s->lock);
        if (s->hashed == s->published)
            break;
        size_t slot = s->hashed % RING;

        pthread_mutex_unlock(&s->lock);
        sha256_add(s->v.hash, s->slots[slot], s->lengths[slot]);
        pthread_mutex_lock(&s->lock);
        s->hashed++;
        pthread_cond_signal(&s->changed);
    }
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

/* Lets the thread hash what is published, and ends it. */
static void join_hash(struct threaded_stream *s)
{
    if (s->joined)
        return;
    pthread_mutex_lock(&s->lock);
    s->stop = true;
    pthread_cond_signal(&s->changed);
    pthread_mutex_unlock(&s->lock);
    pthread_join(s->thread, NULL);
    s->joined = true;
}

static size_t wait_for_free_slot(struct threaded_stream *s)
{
    pthread_mutex_lock(&s->lock);
    while (s->published - s->hashed >= RING - 1)
        pthread_cond_wait(&s->changed, &s->lock);
    pthread_mutex_unlock(&s->lock);
    return s->published % RING;
}

static void publish(struct threaded_stream *s, size_t slot, size_t len)
{
    pthread_mutex_lock(&s->lock);
    s->lengths[slot] = len;
    s->published++;
    pthread_cond_signal(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

static bool threaded_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct threaded_stream *s = (struct threaded_stream *)base;
    size_t slot;

    if (!stream_next(s->v.upstream, ret_piece, err) || !check_size(&s->v, ret_piece->len, err))
        return false;
    if (!ret_piece->len) {
        join_hash(s);
        return check_digest(&s->v, err);
    }
    /* Upstream's piece dies with its next(); the ring needs it longer. */
    slot = wait_for_free_slot(s);
    if (ret_piece->len > STREAM_PIECE)
        return error_set(err, ERROR_BUG, "a piece of %zu bytes for the hash", ret_piece->len);
    memcpy(s->slots[slot], ret_piece->data, ret_piece->len);
    ret_piece->data = s->slots[slot];
    publish(s, slot, ret_piece->len);
    return true;
}

static void threaded_close(struct stream *base)
{
    struct threaded_stream *s = (struct threaded_stream *)base;

    join_hash(s);
    for (size_t i = 0; i < RING; i++)
        free(s->slots[i]);
    pthread_mutex_destroy(&s->lock);
    pthread_cond_destroy(&s->changed);
    verify_close(base);
}

struct stream *stream_verify_threaded_take(struct stream *upstream, const struct digest *expected,
                                           uint64_t size, const char *name)
{
    static const struct stream_ops ops = {threaded_next, threaded_close};
    struct threaded_stream *s;

    /* A thread costs more than hashing a small blob. */
    if (size < 4 * STREAM_PIECE)
        return stream_verify_take(upstream, expected, size, name);
    s = xcalloc(1, sizeof *s);
    verify_init(&s->v, &ops, upstream, expected, size, name);
    for (size_t i = 0; i < RING; i++)
        s->slots[i] = xmalloc(STREAM_PIECE);
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->changed, NULL);
    if (pthread_create(&s->thread, NULL, hash_slots, s) != 0) {
        /* No thread to be had (a pids limit): hash while reading. */
        s->v.upstream = NULL;
        s->joined = true;
        stream_close(&s->v.base);
        return stream_verify_take(upstream, expected, size, name);
    }
    return &s->v.base;
}
