/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_upload.h"

#include "registry_blob.h"
#include "retry.h"
#include "xalloc.h"

/* Where a registry, or a proxy before it, takes no more at a time: all take this. */
#define PART (32 * MIB)

bool registry_upload_begin(struct registry_pool *pool, const struct descriptor *blob,
                           const char *mount_from, char **ret_place, struct error *err)
{
    CLEANUP(cleanup_free)
    char *path = mount_from ? xasprintf("blobs/uploads/?mount=%s&from=%s",
                                        DIGEST_TEXT(&blob->digest), mount_from)
                            : xstrdup("blobs/uploads/");
    const struct registry_request request = {.method = HTTP_POST, .path = path};
    HTTP_RESPONSE_AUTO(response);

    if (!registry_pool_ask(pool, &request, NULL, &response, err))
        return false;
    if (mount_from && response.status == 201)
        return true;
    if (!response.location)
        return error_set(err, ERROR_MALFORMED,
                         "the registry began an upload (HTTP status %ld) and names no place for it",
                         response.status);
    *ret_place = STEAL(response.location);
    return true;
}

/* ---- its bytes ---- */

struct upload {
    struct registry_pool *pool;
    const struct descriptor *blob;
    registry_open_rest *open_rest;
    void *context;
    char *place;         /* where it goes on; another one after each answer */
    uint64_t offset;     /* what the registry has */
    uint64_t part;       /* bytes at a time */
    bool by_put;         /* it takes no PATCH */
    int64_t retry_after; /* seconds that the last refusal asked for, -1: none */
};

/* The first bytes of a stream. */
struct head_stream {
    struct stream base;
    struct stream *upstream;
    uint64_t left;
};

static bool head_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct head_stream *s = (struct head_stream *)base;

    *ret_piece = span_of(NULL, 0);
    if (!s->left)
        return true;
    if (!stream_next(s->upstream, ret_piece, err))
        return false;
    *ret_piece = span_head(*ret_piece, s->left < ret_piece->len ? (size_t)s->left : ret_piece->len);
    s->left -= ret_piece->len;
    return true;
}

static void head_close(struct stream *base)
{
    struct head_stream *s = (struct head_stream *)base;

    stream_close(s->upstream);
    free(s);
}

static uint64_t part_size(const struct upload *upload)
{
    uint64_t left = upload->blob->size - upload->offset;

    return left < upload->part ? left : upload->part;
}

static struct stream *open_part(void *context, struct error *err)
{
    static const struct stream_ops ops = {.next = head_next, .close = head_close};
    struct upload *upload = context;
    struct stream *upstream = upload->open_rest(upload->context, upload->blob, upload->offset, err);
    struct head_stream *s;

    if (!upstream)
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->upstream = upstream;
    s->left = part_size(upload);
    return &s->base;
}

static void move_to(struct upload *upload, struct http_response *response)
{
    if (!response->location)
        return;
    free(upload->place);
    upload->place = STEAL(response->location);
}

/* "0-LAST", of all that arrived (distribution-spec, "Pushing a blob in chunks"); some say "bytes=0-LAST". */
static bool take_range(struct upload *upload, const struct http_response *response)
{
    struct span range = span_string(response->range);
    uint64_t last;

    span_eat(&range, "bytes=");
    if (!span_eat(&range, "0-") || !span_to_uint64(range, &last) || last >= upload->blob->size)
        return false;
    /* An upload that has nothing yet is "0-0" at many. */
    upload->offset = last ? last + 1 : 0;
    return true;
}

/* After a part that broke: what of it arrived. */
static bool ask_how_far(struct upload *upload, struct error *err)
{
    const struct registry_request request = {.url = upload->place};
    HTTP_RESPONSE_AUTO(response);
    struct error failure = {0};

    if (!registry_pool_ask(upload->pool, &request, NULL, &response, &failure))
        /* It has dropped what it had, as some do with what broke off. */
        return error_set(err, response.status == 404 ? ERROR_TRY_AGAIN : failure.kind, "%s",
                         failure.message);
    move_to(upload, &response);
    if (!take_range(upload, &response))
        upload->offset = 0;
    return true;
}

/* ret_status: of the refusal. */
static bool send_part(struct upload *upload, long *ret_status, struct error *err)
{
    uint64_t size = part_size(upload);
    CLEANUP(cleanup_free)
    char *range = xasprintf("%llu-%llu", (unsigned long long)upload->offset,
                            (unsigned long long)(upload->offset + size - 1));
    const struct registry_request request = {.method = HTTP_PATCH,
                                             .url = upload->place,
                                             .large = true,
                                             .answer_seconds = LIMIT_UPLOAD_ANSWER_SECONDS,
                                             .once = true,
                                             .open_sent = open_part,
                                             .context = upload,
                                             .sent_size = size,
                                             .sent_type = "application/octet-stream",
                                             .sent_range = range};
    HTTP_RESPONSE_AUTO(response);
    bool done = registry_pool_ask(upload->pool, &request, NULL, &response, err);

    *ret_status = response.status;
    upload->retry_after = http_retry_after(&response);
    if (!done)
        return false;
    move_to(upload, &response);
    /* One byte is "0-0", too. */
    if (upload->offset + size == 1 || !take_range(upload, &response))
        upload->offset += size;
    return true;
}

/* What can be done about a status; false when nothing can. */
static bool adapt(struct upload *upload, long status)
{
    if (status == 413 && upload->part > PART) {
        upload->part = PART;
        return true;
    }
    if ((status == 404 || status == 405 || status == 501) && !upload->offset && !upload->by_put) {
        upload->by_put = true;
        upload->part = UINT64_MAX;
        return true;
    }
    return false;
}

/* After a part that failed: true when there is something to go on with. */
static bool go_on(struct upload *upload, struct retry *retry, long status,
                  const struct error *failure, struct error *err)
{
    uint64_t before = upload->offset;

    if (adapt(upload, status))
        return true;
    /* 416: it has more, or less, than we think. */
    if ((status != 416 && failure->kind != ERROR_TRY_AGAIN) ||
        !retry_wait(retry, upload->retry_after))
        return error_set(err, failure->kind, "%s", failure->message);
    if (!ask_how_far(upload, err))
        return false;
    if (upload->offset > before)
        retry_progress(retry);
    return true;
}

static bool send_parts(struct upload *upload, struct error *err)
{
    const struct registry_endpoint *endpoint = registry_pool_endpoint(upload->pool);
    struct retry retry = {.seconds = endpoint->retry_seconds, .stop = &endpoint->stopped};

    while (upload->offset < upload->blob->size && !upload->by_put) {
        struct error failure = {0};
        uint64_t before = upload->offset;
        long status = 0;

        if (!send_part(upload, &status, &failure)) {
            if (!go_on(upload, &retry, status, &failure, err))
                return false;
        } else if (upload->offset > before) {
            retry_progress(&retry);
        } else if (!retry_wait(&retry, -1)) {
            return error_set(err, ERROR_MALFORMED,
                             "the registry takes what is sent and says that it has none of it");
        }
    }
    return true;
}

/*
 * What an upload's end was refused with when the same request, whose connection broke, had ended it or was about to:
 * libcurl itself asks again when one that it had kept breaks before the answer.
 */
static bool may_be_ended(long status, bool again)
{
    return status == 404 || (status == 400 && !again);
}

/* Ends the upload, with all of the blob where it takes no PATCH. */
static bool finish(struct upload *upload, bool again, struct error *err)
{
    struct digest_text digest = digest_format(&upload->blob->digest);
    bool all = upload->by_put && upload->blob->size;
    const struct registry_request request = {.method = HTTP_PUT,
                                             .url = upload->place,
                                             .digest = digest.text,
                                             .large = true,
                                             .answer_seconds = LIMIT_UPLOAD_ANSWER_SECONDS,
                                             .once = true,
                                             .open_sent = all ? open_part : NULL,
                                             .context = upload,
                                             .sent_size = all ? upload->blob->size : 0,
                                             .sent_type = "application/octet-stream"};
    HTTP_RESPONSE_AUTO(response);
    struct error failure = {0};

    if (registry_pool_ask(upload->pool, &request, NULL, &response, &failure))
        return true;
    upload->retry_after = http_retry_after(&response);
    return error_set(err, may_be_ended(response.status, again) ? ERROR_TRY_AGAIN : failure.kind,
                     "%s", failure.message);
}

/* An upload that was begun already is gone on with. */
static bool send_once(struct upload *upload, bool again, struct error *err)
{
    bool there = false;

    if (again && !registry_blob_is_there(upload->pool, upload->blob, &there, err))
        return false;
    if (there)
        return true;
    upload->offset = 0;
    return (upload->place ||
            registry_upload_begin(upload->pool, upload->blob, NULL, &upload->place, err)) &&
           send_parts(upload, err) && finish(upload, again, err);
}

/* An upload that the registry has lost, or that could not be ended, is begun again. */
bool registry_upload_send(struct registry_pool *pool, const struct descriptor *blob,
                          char *place_take, registry_open_rest *open_rest, void *context,
                          struct error *err)
{
    const struct registry_endpoint *endpoint = registry_pool_endpoint(pool);
    struct retry retry = {.seconds = endpoint->retry_seconds, .stop = &endpoint->stopped};
    struct upload upload = {pool, blob, open_rest, context, place_take, 0, UINT64_MAX, false, -1};
    struct error failure = {0};

    while (!send_once(&upload, retry.failures > 0, &failure)) {
        free(STEAL(upload.place));
        if (failure.kind != ERROR_TRY_AGAIN || !retry_wait(&retry, upload.retry_after))
            return error_set(err, failure.kind, "%s", failure.message);
        error_clear(&failure);
        upload.retry_after = -1;
    }
    free(upload.place);
    return true;
}
