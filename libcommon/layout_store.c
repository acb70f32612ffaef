/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout_store.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "digest.h"
#include "output.h"
#include "workers.h"
#include "xalloc.h"

/* How often a folder may go in the moment before it is used; a link to nowhere is as one that goes. */
#define TRIES 100

/* A blob that is being written. */
struct partial {
    const struct descriptor *blob;
    struct digest_text name; /* for messages */
    char *folder;
    char *path;
    int fd;
    uint64_t size; /* of the file: so much is there */
};

static bool partial_failed(const struct partial *p, struct error *err)
{
    return error_set_errno(err, errno, "cannot write '%s'", QUOTE(p->path));
}

/* ---- the file and its lock ---- */

/* True when fd is the file of that name still, and not one that its writer has renamed. */
static bool is_in_place(const struct partial *p)
{
    struct stat here;
    struct stat there;

    return fstat(p->fd, &here) == 0 && stat(p->path, &there) == 0 && here.st_ino == there.st_ino &&
           here.st_dev == there.st_dev;
}

static bool open_locked(struct partial *p, struct error *err)
{
    struct stat st;

    for (int tries = 0;; tries++) {
        if (!make_folders(p->folder, err))
            return false;
        p->fd = open(p->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        /* The folder goes with the last file in it, at any moment. */
        if (p->fd < 0 && errno == ENOENT && tries < TRIES)
            continue;
        if (p->fd < 0 || flock(p->fd, LOCK_EX) != 0)
            return partial_failed(p, err);
        if (is_in_place(p))
            break;
        close(p->fd);
    }
    if (fstat(p->fd, &st) != 0)
        return partial_failed(p, err);
    p->size = (uint64_t)st.st_size;
    return true;
}

/* What cannot be of the blob, or is all of it and wrong. */
static bool begin_anew(struct partial *p, struct error *err)
{
    p->size = 0;
    return (ftruncate(p->fd, 0) == 0 && lseek(p->fd, 0, SEEK_SET) == 0) || partial_failed(p, err);
}

/* ---- its bytes ---- */

static struct stream *nothing(void)
{
    return stream_of_span(span_of(NULL, 0));
}

/* The hash of what is there. */
static bool hash_file(struct partial *p, struct hash *hash, struct error *err)
{
    CLEANUP(cleanup_stream)
    struct stream *in = stream_of_file_part(p->fd, 0, p->size, p->path);
    struct span piece;

    do {
        if (!stream_next(in, &piece, err))
            return false;
        hash_add(hash, piece.data, piece.len);
    } while (piece.len);
    return true;
}

/* What is missing, as a stream that at its end has seen to it that all is right. */
static struct stream *open_verified(struct partial *p, layout_open_rest *open_rest, void *context,
                                    struct error *err)
{
    CLEANUP(cleanup_hash) struct hash *hash = hash_new(p->blob->digest.algorithm);
    struct stream *rest;

    if (p->size && !hash_file(p, hash, err))
        return NULL;
    rest = p->size < p->blob->size ? open_rest(context, p->blob, p->size, err) : nothing();
    if (!rest)
        return NULL;
    return stream_verify_rest_take(rest, STEAL(hash), p->size, &p->blob->digest, p->blob->size,
                                   p->name.text);
}

/*
 * Two threads in turns: while one writes its piece, the other receives and hashes the next.  So a piece stays in the
 * cache of one processor, and the pieces are written in their order: after a kill the file has no hole.
 */
struct turns {
    const struct partial *partial;
    struct stream *verified;
    pthread_mutex_t reading;
    pthread_mutex_t writing;
    bool failed; /* guarded by writing */
};

/* False at the end, after a failure of this thread, which err tells, and after one of the other. */
static bool take_turn(struct turns *turns, char *buffer, struct error *err)
{
    const struct partial *p = turns->partial;
    size_t len = 0;
    bool done;

    pthread_mutex_lock(&turns->reading);
    done = stream_read(turns->verified, buffer, STREAM_PIECE, &len, err);
    /* Before the other one reads: what it reads then is written after this. */
    pthread_mutex_lock(&turns->writing);
    pthread_mutex_unlock(&turns->reading);
    done = done && !turns->failed && write_all(p->fd, buffer, len, p->path, err);
    turns->failed |= !done;
    pthread_mutex_unlock(&turns->writing);
    return done && len;
}

static bool take_turns(void *context, size_t job, struct error *err)
{
    CLEANUP(cleanup_free) char *buffer = xmalloc(STREAM_PIECE);

    (void)job;
    while (take_turn(context, buffer, err))
        continue;
    return !error_is_set(err);
}

static bool write_rest(struct partial *p, struct stream *verified, struct error *err)
{
    struct turns turns = {.partial = p,
                          .verified = verified,
                          .reading = PTHREAD_MUTEX_INITIALIZER,
                          .writing = PTHREAD_MUTEX_INITIALIZER};
    /* A thread costs more than a small blob. */
    const struct workers two = {.jobs = 2,
                                .threads = p->blob->size - p->size > 4 * STREAM_PIECE ? 2 : 1,
                                .work = take_turns,
                                .context = &turns};

    if (lseek(p->fd, (off_t)p->size, SEEK_SET) < 0)
        return partial_failed(p, err);
    return workers_run(&two, err);
}

static bool complete_once(struct partial *p, layout_open_rest *open_rest, void *context,
                          struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *verified = open_verified(p, open_rest, context, err);

    return verified && write_rest(p, verified, err);
}

/* A wrong digest may be the fault of what was there before: then all is asked for once more. */
static bool complete(struct partial *p, layout_open_rest *open_rest, void *context,
                     struct error *err)
{
    struct error failure = {0};

    if (p->size > p->blob->size && !begin_anew(p, err))
        return false;
    if (complete_once(p, open_rest, context, &failure))
        return true;
    if (p->size && failure.kind == ERROR_MALFORMED)
        return begin_anew(p, err) && complete_once(p, open_rest, context, err);
    return error_set(err, failure.kind, "%s", failure.message);
}

/* ---- */

static bool move_into_place(struct layout *layout, struct partial *p, struct error *err)
{
    CLEANUP(cleanup_free) char *place = layout_blob_path(layout, p->blob);

    if (!layout_make_blob_folder(layout, p->blob, err))
        return false;
    return rename(p->path, place) == 0 ||
           error_set_errno(err, errno, "cannot rename '%s' to '%s'", QUOTE(p->path), QUOTE(place));
}

static bool store(struct layout *layout, struct partial *p, layout_open_rest *open_rest,
                  void *context, struct error *err)
{
    if (!open_locked(p, err))
        return false;
    /* By who held the lock before. */
    if (layout_has_blob(layout, p->blob))
        return unlink(p->path) == 0 || partial_failed(p, err);
    if (complete(p, open_rest, context, err))
        return move_into_place(layout, p, err);
    if (err->kind != ERROR_TRY_AGAIN)
        (void)unlink(p->path);
    return false;
}

/* A write that failed late, on a full disk behind a network, is told by the close. */
static bool close_partial(struct partial *p, struct error *err)
{
    int fd = p->fd;

    p->fd = -1;
    return fd < 0 || close(fd) == 0 || partial_failed(p, err);
}

static void name_partial(struct partial *p, const struct layout *layout,
                         const struct descriptor *blob)
{
    *p = (struct partial){.blob = blob, .name = digest_format(&blob->digest), .fd = -1};
    p->folder = xasprintf("%s/partial", layout_path(layout));
    p->path = xasprintf("%s/%s-%s", p->folder, digest_name(blob->digest.algorithm),
                        DIGEST_HEX_TEXT(&blob->digest));
}

static void release_partial(struct partial *p)
{
    /* Unless another blob grows there. */
    (void)rmdir(p->folder);
    free(p->path);
    free(p->folder);
}

bool layout_store_blob(struct layout *layout, const struct descriptor *blob,
                       layout_open_rest *open_rest, void *context, struct error *err)
{
    struct partial p;
    bool done;

    if (layout_has_blob(layout, blob))
        return true;
    name_partial(&p, layout, blob);
    done = store(layout, &p, open_rest, context, err);
    done = close_partial(&p, err) && done;
    release_partial(&p);
    return done;
}

void layout_forget_partial(struct layout *layout, const struct descriptor *blob)
{
    struct partial p;

    name_partial(&p, layout, blob);
    p.fd = open(p.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (p.fd >= 0 && flock(p.fd, LOCK_EX | LOCK_NB) == 0 && is_in_place(&p))
        (void)unlink(p.path);
    if (p.fd >= 0)
        close(p.fd);
    release_partial(&p);
}
