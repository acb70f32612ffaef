/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layer cache in a bucket.  The store is opened by the first question, and so, where the work is
 * confined, after the fork: the confined process has no key of access in its memory.
 *
 * All questions together may take as long as is said, and no longer: what does not answer, or says
 * no, is asked no more.
 */
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

#include "layer_cache_place.h"
#include "object_store.h"
#include "retry.h"
#include "stream.h"
#include "xalloc.h"

enum use { READING, WRITING };

struct bucket {
    struct cache_place base;
    char *where;
    const struct layer_cache_options *how;
    struct object_store *store; /* NULL: not open yet */
    pthread_mutex_t lock;       /* of the store, and of what follows */
    int64_t left;               /* milliseconds */
    bool given_up[2];           /* by enum use; that was told */
};

/* False, with the lock released, when it is asked no more. */
static bool begin(struct bucket *b, enum use use, int64_t *ret_started, struct error *err)
{
    pthread_mutex_lock(&b->lock);
    *ret_started = retry_now();
    if (!b->given_up[use] && !b->store)
        b->store = object_store_open(b->where, &b->how->s3, err);
    if (!b->given_up[use] && b->store) {
        object_store_set_end(b->store, *ret_started + b->left);
        return true;
    }
    b->given_up[use] = true;
    pthread_mutex_unlock(&b->lock);
    return false;
}

static void end(struct bucket *b, enum use use, int64_t started, struct error *err)
{
    b->left -= retry_now() - started;
    if (b->left <= 0 && !b->given_up[use])
        error_set(err, ERROR_TRY_AGAIN, "the %ld seconds of --layer-cache-timeout are over",
                  b->how->seconds);
    /* A damaged entry says nothing of others. */
    b->given_up[use] = error_is_set(err) && err->kind != ERROR_MALFORMED;
    if (b->left <= 0 || err->kind == ERROR_TRY_AGAIN)
        b->given_up[READING] = b->given_up[WRITING] = true;
    pthread_mutex_unlock(&b->lock);
}

static int file_of(struct span bytes, const char *name, struct error *err)
{
    int fd = memfd_create("layer-cache-entry", MFD_CLOEXEC);

    if (fd < 0) {
        error_set_errno(err, errno, "cannot have a file in memory");
    } else if (!write_all(fd, bytes.data, bytes.len, name, err)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

static int open_object(struct cache_place *place, const struct layer_cache_key *key,
                       struct error *err)
{
    struct bucket *b = (struct bucket *)place;
    STRBUF_AUTO(bytes, LIMIT_DOCUMENT);
    bool found = false;
    int64_t started;

    if (!begin(b, READING, &started, err))
        return -1;
    object_store_get(b->store, key->text, &bytes, &found, err);
    end(b, READING, started, err);
    return found && !error_is_set(err) ? file_of(strbuf_span(&bytes), key->text, err) : -1;
}

static bool put_object(struct cache_place *place, const struct layer_cache_key *key,
                       struct span header, struct span body, struct error *err)
{
    struct bucket *b = (struct bucket *)place;
    STRBUF_AUTO(bytes, LIMIT_DOCUMENT);
    int64_t started;

    strbuf_add_span(&bytes, header);
    strbuf_add_span(&bytes, body);
    if (strbuf_overflowed(&bytes))
        return error_set(err, ERROR_MALFORMED, "'%s' is larger than %zu bytes", key->text,
                         LIMIT_DOCUMENT);
    if (!begin(b, WRITING, &started, err))
        return !error_is_set(err);
    object_store_put(b->store, key->text, strbuf_span(&bytes), err);
    end(b, WRITING, started, err);
    return !error_is_set(err);
}

/* Who may not remove it reads the layer another time. */
static void remove_object(struct cache_place *place, const struct layer_cache_key *key)
{
    struct bucket *b = (struct bucket *)place;
    struct error ignored = {0};
    int64_t started;

    if (!begin(b, WRITING, &started, &ignored))
        return;
    object_store_remove(b->store, key->text, &ignored);
    end(b, WRITING, started, &ignored);
}

static void close_bucket(struct cache_place *place)
{
    struct bucket *b = (struct bucket *)place;

    object_store_close(b->store);
    pthread_mutex_destroy(&b->lock);
    free(b->where);
    free(b);
}

struct cache_place *cache_place_s3(const char *where, const struct layer_cache_options *how,
                                   struct error *err)
{
    static const struct cache_place_kind kind = {open_object, put_object, remove_object,
                                                 close_bucket};
    /* What is wrong with the options is told at once. */
    struct object_store *store = object_store_open(where, &how->s3, err);
    struct bucket *b;

    if (!store)
        return NULL;
    object_store_close(store);
    b = xcalloc(1, sizeof *b);
    b->base.kind = &kind;
    b->where = xstrdup(where);
    b->how = how;
    b->left = (int64_t)how->seconds * 1000;
    pthread_mutex_init(&b->lock, NULL);
    return &b->base;
}
