/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_blob.h"

#include "content_range.h"
#include "log.h"
#include "retry.h"
#include "xalloc.h"

/* A connection that brings less than this before it breaks is no better than one that is refused. */
#define PROGRESS (1 * MIB)

struct blob_stream {
    struct stream base;
    struct registry_pool *pool;
    struct registry_session *session;
    char *path; /* below the repository; NULL: url */
    char *url;  /* at a place that is no registry */
    uint64_t size;
    uint64_t offset;   /* of the next byte to give */
    uint64_t won;      /* bytes since the last failure */
    bool knows_ranges; /* has not shown that it does not */
    struct http_response response;
    struct stream *bytes; /* of the answer, from offset on; NULL: none */
    struct retry retry;
};

static void blob_close(struct stream *base)
{
    struct blob_stream *s = (struct blob_stream *)base;

    stream_close(s->bytes);
    http_response_release(&s->response);
    registry_pool_return(s->pool, s->session);
    free(s->path);
    free(s->url);
    free(s);
}

/* 206 with another part than asked for is as good as none. */
static bool is_rest(const struct blob_stream *s)
{
    return s->response.status == 206 &&
           content_range_is_rest(span_string(s->response.content_range), s->offset, s->size);
}

static bool ask(struct blob_stream *s, uint64_t first, struct error *err)
{
    const struct registry_request request = {
        .path = s->path, .url = s->url, .first = first, .large = true, .once = s->url != NULL};

    return registry_ask(s->session, &request, NULL, &s->response, err);
}

/* What is missing of the answer, which is the whole. */
static bool take_whole(struct blob_stream *s)
{
    s->bytes = stream_after_take(STEAL(s->response.body), s->offset);
    return true;
}

/* Asks for what is left, and where that is not to be had, for all. */
static bool ask_for_rest(struct blob_stream *s, struct error *err)
{
    struct error refusal = {0};

    stream_close(STEAL(s->bytes));
    if (s->offset && s->knows_ranges) {
        if (ask(s, s->offset, &refusal) && is_rest(s)) {
            s->bytes = STEAL(s->response.body);
            return true;
        }
        if (error_is_set(&refusal) && s->response.status != 416)
            return error_set(err, refusal.kind, "%s", refusal.message);
        s->knows_ranges = false;
        if (s->response.status == 200)
            return take_whole(s);
    }
    return ask(s, 0, err) && take_whole(s);
}

/* Notes count bytes that came, or the end; a whole blob of another size is the verifier's business. */
static bool take(struct blob_stream *s, size_t count, struct error *err)
{
    s->offset += count;
    s->won += count;
    /* One whose length was told, and that has it, was not cut: the verifier will see that it is wrong. */
    return count || s->offset >= s->size || s->response.content_length ||
           error_set(err, ERROR_TRY_AGAIN, "it ended after %llu of %llu bytes",
                     (unsigned long long)s->offset, (unsigned long long)s->size);
}

/* After a failure: true when the rest was asked for. */
static bool go_on(struct blob_stream *s, const struct error *failure, struct error *err)
{
    if (s->won >= PROGRESS)
        retry_progress(&s->retry);
    s->won = 0;
    if (failure->kind == ERROR_TRY_AGAIN && retry_wait(&s->retry, -1))
        return ask_for_rest(s, err);
    error_set(err, failure->kind, "%s", failure->message);
    return s->retry.failures > 1 ? error_prefix(err, "after %d tries", s->retry.failures) : false;
}

static bool blob_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct blob_stream *s = (struct blob_stream *)base;

    for (;;) {
        struct error failure = {0};

        if (stream_next(s->bytes, ret_piece, &failure) && take(s, ret_piece->len, &failure))
            return true;
        if (!go_on(s, &failure, err))
            return false;
    }
}

static bool blob_read(struct stream *base, char *out, size_t capacity, size_t *ret_len,
                      struct error *err)
{
    struct blob_stream *s = (struct blob_stream *)base;

    for (;;) {
        struct error failure = {0};

        if (stream_read(s->bytes, out, capacity, ret_len, &failure) && take(s, *ret_len, &failure))
            return true;
        if (!go_on(s, &failure, err))
            return false;
    }
}

/* Takes path and url. */
static struct stream *open_at(struct registry_pool *pool, const struct descriptor *blob, char *path,
                              char *url, uint64_t first, struct error *err)
{
    static const struct stream_ops ops = {.next = blob_next,
                                          .read = blob_read,
                                          .close = blob_close};
    struct blob_stream *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->pool = pool;
    s->session = registry_pool_borrow(pool);
    s->path = path;
    s->url = url;
    s->size = blob->size;
    s->offset = first;
    s->knows_ranges = true;
    s->retry.seconds = registry_pool_endpoint(pool)->retry_seconds;
    s->retry.stop = &registry_pool_endpoint(pool)->stopped;
    if (ask_for_rest(s, err))
        return &s->base;
    stream_close(&s->base);
    return NULL;
}

struct stream *registry_blob_open(struct registry_pool *pool, const struct descriptor *blob,
                                  uint64_t first, struct error *err)
{
    char *path = xasprintf("blobs/%s", DIGEST_TEXT(&blob->digest));
    struct error failure = {0};
    struct stream *s = open_at(pool, blob, path, NULL, first, &failure);

    for (size_t i = 0; !s && failure.kind == ERROR_NO_INPUT && i < blob->url_count; i++) {
        struct error why = {0};

        s = open_at(pool, blob, NULL, xstrdup(blob->urls[i]), first, &why);
        if (!s)
            log_line(LOG_INFO, "layer %s is not at '%s': %s", DIGEST_TEXT(&blob->digest),
                     QUOTE(blob->urls[i]), why.message);
    }
    if (!s)
        error_set(err, failure.kind, "%s", failure.message);
    return s;
}

bool registry_blob_is_there(struct registry_pool *pool, const struct descriptor *blob,
                            bool *ret_there, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("blobs/%s", DIGEST_TEXT(&blob->digest));
    const struct registry_request request = {.method = HTTP_HEAD, .path = path};
    HTTP_RESPONSE_AUTO(response);
    struct error failure = {0};

    *ret_there = registry_pool_ask(pool, &request, NULL, &response, &failure);
    return *ret_there || response.status == 404 ||
           error_set(err, failure.kind, "%s", failure.message);
}
