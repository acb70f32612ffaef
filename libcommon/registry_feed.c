/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_feed.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "xalloc.h"

/* What a question is about; the name is a blob as text, see blob_name(). */
enum question {
    ASK_RESOLVE,  /* the answer's text is a blob, too */
    ASK_MANIFEST, /* a file */
    ASK_CONFIG,   /* a file */
    ASK_LAYER,    /* a pipe; the answer's size is the number of its pump */
    ASK_END,      /* the name is such a number: how it ended */
    ASK_DROP,     /* the same: nobody reads it any more */
    ASK_WHETHER,  /* whether it is there */
};

/* Layers that flow at one time: those that extract-packages reads at one time, and a few whose end comes. */
#define PUMPS 64
/* Bytes that a pipe holds, where the system gives so much. */
#define PIPE_SIZE ((int)(4 * STREAM_PIECE))

/* A thread that fills a pipe. */
struct pump {
    struct registry *registry;
    struct descriptor blob;
    pthread_t thread;
    bool runs;    /* or has run, and is not joined */
    bool dropped; /* nobody wants to know how it ends */
    atomic_bool ended;
    int fd;
    struct error failure;
};

struct registry_feed {
    struct registry *registry;
    struct broker *broker;
    size_t service;
    struct pump pumps[PUMPS];
};

/* ---- a descriptor as text: "MEDIA-TYPE DIGEST SIZE", the type being "-" where it does not matter ---- */

struct blob_name {
    char text[LIMIT_MEDIA_TYPE + sizeof(struct digest_text) + 32];
};

static bool name_blob(const struct descriptor *blob, struct blob_name *ret, struct error *err)
{
    int len = snprintf(ret->text, sizeof ret->text, "%s %s %llu",
                       blob->media_type && *blob->media_type ? blob->media_type : "-",
                       DIGEST_TEXT(&blob->digest), (unsigned long long)blob->size);

    return len < (int)sizeof ret->text ||
           error_set(err, ERROR_MALFORMED, "its media type is too long");
}

/* The descriptor owns its media type. */
static bool read_blob_name(const char *text, struct descriptor *ret, struct error *err)
{
    struct span rest = span_string(text);
    struct span type;
    struct span digest;

    if (!span_split(&rest, ' ', &type) || !span_split(&rest, ' ', &digest) ||
        !span_to_uint64(rest, &ret->size))
        return error_set(err, ERROR_BUG, "'%s' is no blob", QUOTE(text));
    if (!digest_parse(digest, &ret->digest, err))
        return false;
    ret->media_type = xmemdup0(type.data, type.len);
    return true;
}

/* ---- the side that asks the registry ---- */

static bool resolve(struct registry_feed *feed, struct broker_answer *ret, struct error *err)
{
    struct descriptor found = {0};
    struct blob_name name = {""};
    bool done = registry_resolve(feed->registry, &found, err) && name_blob(&found, &name, err);

    if (done)
        memcpy(ret->text, name.text, strlen(name.text) + 1);
    descriptor_release(&found);
    return done;
}

static bool put_into_memory(struct span bytes, struct broker_answer *ret, struct error *err)
{
    int fd = memfd_create("document", MFD_CLOEXEC);

    if (fd < 0)
        return error_set_errno(err, errno, "cannot make a file in memory");
    if (!write_all(fd, bytes.data, bytes.len, "a file in memory", err) ||
        lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return false;
    }
    ret->fd = fd;
    return true;
}

static bool give_document(image_source_read *read, struct registry_feed *feed,
                          const struct descriptor *blob, struct broker_answer *ret,
                          struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_IMAGE_CONFIG);

    return read(feed->registry, blob, LIMIT_IMAGE_CONFIG, &bytes, err) &&
           put_into_memory(strbuf_span(&bytes), ret, err);
}

/* Into the pipe, until the blob ends or nobody reads any more, which is no failure. */
static void pump_all(struct pump *pump)
{
    CLEANUP(cleanup_stream)
    struct stream *in = registry_open_blob(pump->registry, &pump->blob, 0, &pump->failure);
    struct error closed = {0};
    struct span piece;

    while (in && stream_next(in, &piece, &pump->failure) && piece.len)
        if (!write_all(pump->fd, piece.data, piece.len, "a pipe", &closed))
            break;
}

static void *run_pump(void *context)
{
    struct pump *pump = context;

    pump_all(pump);
    close(pump->fd);
    atomic_store(&pump->ended, true);
    return NULL;
}

static void join_pump(struct pump *pump)
{
    if (pump->runs)
        pthread_join(pump->thread, NULL);
    pump->runs = false;
}

static struct pump *free_pump(struct registry_feed *feed, struct error *err)
{
    for (size_t i = 0; i < PUMPS; i++) {
        struct pump *pump = &feed->pumps[i];

        if (pump->dropped && atomic_load(&pump->ended))
            join_pump(pump);
        if (!pump->runs)
            return pump;
    }
    error_set(err, ERROR_BUG, "more than %d layers are open", PUMPS);
    return NULL;
}

static bool start_pump(struct pump *pump, struct registry *registry, const struct digest *digest,
                       uint64_t size, int *ret_fd, struct error *err)
{
    int ends[2];
    int failure;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return error_set_errno(err, errno, "cannot make a pipe");
    /* A smaller one does as well. */
    (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE_SIZE);
    *pump = (struct pump){.registry = registry,
                          .blob = {.digest = *digest, .size = size},
                          .fd = ends[1]};
    failure = pthread_create(&pump->thread, NULL, run_pump, pump);
    pump->runs = failure == 0;
    *ret_fd = ends[0];
    if (pump->runs)
        return true;
    close(ends[0]);
    close(ends[1]);
    return error_set_errno(err, failure, "cannot start a thread");
}

static bool give_layer(struct registry_feed *feed, const struct descriptor *blob,
                       struct broker_answer *ret, struct error *err)
{
    struct pump *pump = free_pump(feed, err);

    if (!pump || !start_pump(pump, feed->registry, &blob->digest, blob->size, &ret->fd, err))
        return false;
    ret->size = (uint64_t)(pump - feed->pumps);
    return true;
}

static struct pump *find_pump(struct registry_feed *feed, const char *number, struct error *err)
{
    uint64_t i;

    if (span_to_uint64(span_string(number), &i) && i < PUMPS && feed->pumps[i].runs)
        return &feed->pumps[i];
    error_set(err, ERROR_BUG, "'%s' is no layer that flows", QUOTE(number));
    return NULL;
}

/* Its reader has seen the end, which is the thread's, too. */
static bool end_pump(struct registry_feed *feed, const char *number, struct error *err)
{
    struct pump *pump = find_pump(feed, number, err);

    if (!pump)
        return false;
    join_pump(pump);
    return !error_is_set(&pump->failure) ||
           error_set(err, pump->failure.kind, "%s", pump->failure.message);
}

/* It ends when it finds the pipe closed, and is not waited for. */
static bool drop_pump(struct registry_feed *feed, const char *number, struct error *err)
{
    struct pump *pump = find_pump(feed, number, err);

    if (pump)
        pump->dropped = true;
    return pump != NULL;
}

static bool answer(struct registry_feed *feed, unsigned what, const struct descriptor *blob,
                   struct broker_answer *ret, struct error *err)
{
    const struct image_source documents = registry_source(feed->registry);

    switch ((enum question)what) {
    case ASK_MANIFEST:
        return give_document(documents.read_manifest, feed, blob, ret, err);
    case ASK_CONFIG:
        return give_document(documents.read_blob, feed, blob, ret, err);
    case ASK_LAYER:
        return give_layer(feed, blob, ret, err);
    case ASK_WHETHER:
        return registry_has_blob(feed->registry, blob, err);
    case ASK_RESOLVE:
    case ASK_END:
    case ASK_DROP:
        break;
    }
    return error_set(err, ERROR_BUG, "question %u is of another kind", what);
}

static bool serve(void *context, unsigned what, const char *name, struct broker_answer *ret,
                  struct error *err)
{
    struct registry_feed *feed = context;
    struct descriptor blob = {0};
    bool done;

    if (what == ASK_RESOLVE)
        return resolve(feed, ret, err);
    if (what == ASK_END)
        return end_pump(feed, name, err);
    if (what == ASK_DROP)
        return drop_pump(feed, name, err);
    done = read_blob_name(name, &blob, err) && answer(feed, what, &blob, ret, err);
    descriptor_release(&blob);
    return done;
}

struct registry_feed *registry_feed_new(struct registry *registry, struct broker *broker)
{
    struct registry_feed *feed = xcalloc(1, sizeof *feed);

    feed->registry = registry;
    feed->broker = broker;
    feed->service = broker_add(broker, serve, feed);
    return feed;
}

void registry_feed_free(struct registry_feed *feed)
{
    if (!feed)
        return;
    registry_stop(feed->registry);
    for (size_t i = 0; i < PUMPS; i++)
        join_pump(&feed->pumps[i]);
    free(feed);
}

/* ---- the side that asks the broker ---- */

static bool ask(const struct registry_feed *feed, enum question what, const struct descriptor *blob,
                struct broker_answer *ret, struct error *err)
{
    struct blob_name name = {""};

    return name_blob(blob, &name, err) &&
           broker_ask(feed->broker, feed->service, what, name.text, ret, err);
}

bool registry_feed_resolve(struct registry_feed *feed, struct descriptor *ret, struct error *err)
{
    struct broker_answer answer;

    return broker_ask(feed->broker, feed->service, ASK_RESOLVE, "", &answer, err) &&
           read_blob_name(answer.text, ret, err);
}

static bool read_document(const struct registry_feed *feed, enum question what,
                          const struct descriptor *blob, size_t limit, struct strbuf *out,
                          struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    struct digest_text name = digest_format(&blob->digest);
    struct broker_answer answer;

    if (blob->size > limit)
        return error_set(err, ERROR_MALFORMED, "%s is larger than %zu bytes", name.text, limit);
    if (!ask(feed, what, blob, &answer, err))
        return false;
    in = stream_verify_take(stream_of_fd_take(answer.fd, name.text), &blob->digest, blob->size,
                            name.text);
    return stream_read_all(in, out, name.text, err);
}

static bool read_manifest(void *context, const struct descriptor *blob, size_t limit,
                          struct strbuf *out, struct error *err)
{
    return read_document(context, ASK_MANIFEST, blob, limit, out, err);
}

static bool read_config(void *context, const struct descriptor *blob, size_t limit,
                        struct strbuf *out, struct error *err)
{
    return read_document(context, ASK_CONFIG, blob, limit, out, err);
}

struct image_source registry_feed_source(struct registry_feed *feed)
{
    return (struct image_source){read_manifest, read_config, feed};
}

bool registry_feed_has_blob(struct registry_feed *feed, const struct descriptor *blob,
                            struct error *err)
{
    struct broker_answer answer;

    return ask(feed, ASK_WHETHER, blob, &answer, err);
}

/* The bytes of a pipe, and at its end how it ended. */
struct pipe_stream {
    struct stream base;
    const struct registry_feed *feed;
    struct stream *pipe;
    uint64_t number;
};

static bool ask_about(const struct pipe_stream *s, enum question what, struct error *err)
{
    struct broker_answer answer;
    char number[24];

    snprintf(number, sizeof number, "%llu", (unsigned long long)s->number);
    return broker_ask(s->feed->broker, s->feed->service, what, number, &answer, err);
}

static bool pipe_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct pipe_stream *s = (struct pipe_stream *)base;

    if (!stream_next(s->pipe, ret_piece, err))
        return false;
    if (ret_piece->len)
        return true;
    stream_close(STEAL(s->pipe));
    return ask_about(s, ASK_END, err);
}

static bool pipe_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                      struct error *err)
{
    struct pipe_stream *s = (struct pipe_stream *)base;

    if (!stream_read(s->pipe, out, capacity, ret_len, err))
        return false;
    if (*ret_len)
        return true;
    stream_close(STEAL(s->pipe));
    return ask_about(s, ASK_END, err);
}

static void pipe_close(struct stream *base)
{
    struct pipe_stream *s = (struct pipe_stream *)base;
    struct error ignored = {0};

    if (s->pipe) {
        stream_close(STEAL(s->pipe));
        (void)ask_about(s, ASK_DROP, &ignored);
    }
    free(s);
}

struct stream *registry_feed_open_blob(struct registry_feed *feed, const struct descriptor *blob,
                                       struct error *err)
{
    static const struct stream_ops ops = {.next = pipe_next,
                                          .read = pipe_read,
                                          .close = pipe_close};
    struct broker_answer answer;
    struct pipe_stream *s;

    if (!ask(feed, ASK_LAYER, blob, &answer, err))
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->feed = feed;
    s->pipe = stream_of_fd_take(answer.fd, DIGEST_TEXT(&blob->digest));
    s->number = answer.size;
    return &s->base;
}
