/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_push.h"

#include <stdatomic.h>
#include <string.h>

#include "registries_conf.h"
#include "registry_pool.h"
#include "retry.h"
#include "xalloc.h"

/* Where a registry, or a proxy before it, takes no more at a time: all take this. */
#define PART (32 * MIB)

struct registry_push {
    struct registry_pool *pool;
    char *mount_from;
    atomic_bool mounts_refused;
};

static struct registry_endpoint *open_endpoint(const struct reference *ref,
                                               const struct registry_options *options,
                                               struct error *err)
{
    REGISTRIES_CONF_AUTO(conf);
    REGISTRY_PLACES_AUTO(places);

    if (!registries_conf_read("", &conf, err) || !registries_conf_places(&conf, ref, &places, err))
        return NULL;
    /* The last is the registry itself; mirrors are not written to. */
    const struct registry_place *place = &places.items[places.count - 1];
    const struct registry_endpoint_options where = {.host = place->ref.host,
                                                    .repository = place->ref.repository,
                                                    .insecure =
                                                        options->plain_http || place->insecure,
                                                    .authfile = options->authfile,
                                                    .cert_dir = options->cert_dir,
                                                    .variable = options->login_variable,
                                                    .retry_seconds = options->retry_seconds,
                                                    .push = true};
    return registry_endpoint_new(&where, err);
}

struct registry_push *registry_push_open(const struct reference *ref,
                                         const struct registry_options *options,
                                         const char *mount_from, struct error *err)
{
    struct registry_endpoint *endpoint = open_endpoint(ref, options, err);
    struct registry_push *push;

    if (!endpoint)
        return NULL;
    push = xcalloc(1, sizeof *push);
    push->pool = registry_pool_new_take(endpoint);
    push->mount_from = mount_from ? xstrdup(mount_from) : NULL;
    if (mount_from)
        registry_auth_also_pull(endpoint->auth, mount_from);
    return push;
}

void registry_push_close(struct registry_push *push)
{
    if (!push)
        return;
    registry_pool_free(push->pool);
    free(push->mount_from);
    free(push);
}

void registry_push_stop(struct registry_push *push)
{
    atomic_store(&registry_pool_endpoint(push->pool)->stopped, true);
}

const char *registry_push_warning(const struct registry_push *push)
{
    return registry_endpoint_warning(registry_pool_endpoint(push->pool));
}

/* ---- without its bytes ---- */

static bool is_there(struct registry_push *push, const struct descriptor *blob, bool *ret_there,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("blobs/%s", DIGEST_TEXT(&blob->digest));
    const struct registry_request request = {.method = HTTP_HEAD, .path = path};
    HTTP_RESPONSE_AUTO(response);
    struct error failure = {0};

    *ret_there = registry_pool_ask(push->pool, &request, NULL, &response, &failure);
    return *ret_there || response.status == 404 ||
           error_set(err, failure.kind, "%s", failure.message);
}

/*
 * Begins an upload, or has the blob mounted, which registries may refuse by beginning one. *ret_place is
 * where it goes on, to free; NULL when the blob is there now.
 */
static bool begin(struct registry_push *push, const struct descriptor *blob, bool mount,
                  char **ret_place, struct error *err)
{
    CLEANUP(cleanup_free)
    char *path = mount ? xasprintf("blobs/uploads/?mount=%s&from=%s", DIGEST_TEXT(&blob->digest),
                                   push->mount_from)
                       : xstrdup("blobs/uploads/");
    const struct registry_request request = {.method = HTTP_POST, .path = path};
    HTTP_RESPONSE_AUTO(response);

    if (!registry_pool_ask(push->pool, &request, NULL, &response, err))
        return false;
    if (mount && response.status == 201)
        return true;
    if (!response.location)
        return error_set(err, ERROR_MALFORMED,
                         "the registry began an upload (HTTP status %ld) and names no place for it",
                         response.status);
    *ret_place = STEAL(response.location);
    return true;
}

/* ---- an upload ---- */

struct upload {
    struct registry_push *push;
    const struct descriptor *blob;
    push_open_rest *open_rest;
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

    if (!registry_pool_ask(upload->push->pool, &request, NULL, &response, &failure))
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
                                             .once = true,
                                             .open_sent = open_part,
                                             .context = upload,
                                             .sent_size = size,
                                             .sent_type = "application/octet-stream",
                                             .sent_range = range};
    HTTP_RESPONSE_AUTO(response);
    bool done = registry_pool_ask(upload->push->pool, &request, NULL, &response, err);

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
    const struct registry_endpoint *endpoint = registry_pool_endpoint(upload->push->pool);
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

/* Ends the upload, with all of the blob where it takes no PATCH. */
static bool finish(struct upload *upload, struct error *err)
{
    struct digest_text digest = digest_format(&upload->blob->digest);
    bool all = upload->by_put && upload->blob->size;
    const struct registry_request request = {.method = HTTP_PUT,
                                             .url = upload->place,
                                             .digest = digest.text,
                                             .large = true,
                                             .once = true,
                                             .open_sent = all ? open_part : NULL,
                                             .context = upload,
                                             .sent_size = all ? upload->blob->size : 0,
                                             .sent_type = "application/octet-stream"};
    HTTP_RESPONSE_AUTO(response);

    struct error failure = {0};

    if (registry_pool_ask(upload->push->pool, &request, NULL, &response, &failure))
        return true;
    upload->retry_after = http_retry_after(&response);
    /* It was ended by a request whose answer was lost, or dropped. */
    return error_set(err, response.status == 404 ? ERROR_TRY_AGAIN : failure.kind, "%s",
                     failure.message);
}

/* An upload that was begun already is gone on with. */
static bool send_once(struct upload *upload, bool again, struct error *err)
{
    bool there = false;

    if (again && !is_there(upload->push, upload->blob, &there, err))
        return false;
    if (there)
        return true;
    upload->offset = 0;
    return (upload->place || begin(upload->push, upload->blob, false, &upload->place, err)) &&
           send_parts(upload, err) && finish(upload, err);
}

/* An upload that the registry has lost, or that could not be ended, is begun again. */
static bool send(struct upload *upload, struct error *err)
{
    const struct registry_endpoint *endpoint = registry_pool_endpoint(upload->push->pool);
    struct retry retry = {.seconds = endpoint->retry_seconds, .stop = &endpoint->stopped};
    struct error failure = {0};

    while (!send_once(upload, retry.failures > 0, &failure)) {
        free(STEAL(upload->place));
        if (failure.kind != ERROR_TRY_AGAIN || !retry_wait(&retry, upload->retry_after))
            return error_set(err, failure.kind, "%s", failure.message);
        error_clear(&failure);
        upload->retry_after = -1;
    }
    free(STEAL(upload->place));
    return true;
}

/*
 * True when the blob is there now.  A mount that is refused, perhaps as we may not read the other
 * repository, is no failure: the bytes are sent.
 */
static bool is_mounted(struct registry_push *push, const struct descriptor *blob, char **ret_place)
{
    struct error refusal = {0};

    if (!push->mount_from || atomic_load(&push->mounts_refused))
        return false;
    if (begin(push, blob, true, ret_place, &refusal))
        return !*ret_place;
    if (refusal.kind == ERROR_PERMISSION) {
        atomic_store(&push->mounts_refused, true);
        registry_auth_also_pull(registry_pool_endpoint(push->pool)->auth, NULL);
    }
    return false;
}

bool registry_push_blob(struct registry_push *push, const struct descriptor *blob,
                        push_open_rest *open_rest, void *context, enum push_way *ret_way,
                        struct error *err)
{
    struct upload upload = {push, blob, open_rest, context, NULL, 0, UINT64_MAX, false, -1};
    bool there = false;

    *ret_way = PUSH_THERE;
    if (!is_there(push, blob, &there, err))
        return false;
    if (there)
        return true;
    *ret_way = PUSH_MOUNTED;
    if (is_mounted(push, blob, &upload.place))
        return true;
    *ret_way = PUSH_SENT;
    if (!open_rest)
        free(STEAL(upload.place));
    if (!open_rest)
        return error_set(err, ERROR_NO_INPUT, "the registry has it not, and it was not fetched");
    return send(&upload, err);
}

/* ---- manifests ---- */

struct bytes {
    struct span bytes;
};

static struct stream *open_bytes(void *context, struct error *err)
{
    (void)err;
    return stream_of_span(((struct bytes *)context)->bytes);
}

static bool check_header(const struct http_response *response, const struct digest *sent,
                         struct error *err)
{
    struct span said = span_trim(span_string(response->docker_content_digest));

    return !span_starts_with(said, "sha256:") || span_equal_string(said, DIGEST_TEXT(sent)) ||
           error_set(err, ERROR_MALFORMED, "the registry says that it has the digest '%s', not %s",
                     quote_bytes(said.data, said.len).text, DIGEST_TEXT(sent));
}

static bool put_manifest(struct registry_push *push, const struct descriptor *manifest,
                         struct span bytes, const char *path, struct error *err)
{
    struct bytes sent = {bytes};
    const struct registry_request request = {.method = HTTP_PUT,
                                             .path = path,
                                             .open_sent = open_bytes,
                                             .context = &sent,
                                             .sent_size = bytes.len,
                                             .sent_type = manifest->media_type};
    HTTP_RESPONSE_AUTO(response);

    return registry_pool_ask(push->pool, &request, NULL, &response, err) &&
           check_header(&response, &manifest->digest, err);
}

/* What the tag, or the digest, leads to now. */
static bool check_manifest(struct registry_push *push, const struct descriptor *manifest,
                           const char *path, struct error *err)
{
    const struct registry_request request = {.method = HTTP_HEAD,
                                             .path = path,
                                             .accept = manifest->media_type};
    HTTP_RESPONSE_AUTO(response);

    return registry_pool_ask(push->pool, &request, NULL, &response, err) &&
           check_header(&response, &manifest->digest, err);
}

bool registry_push_manifest(struct registry_push *push, const struct descriptor *manifest,
                            struct span bytes, const char *name, struct error *err)
{
    struct digest_text digest = digest_format(&manifest->digest);
    CLEANUP(cleanup_free) char *path = xasprintf("manifests/%s", name ? name : digest.text);

    return (put_manifest(push, manifest, bytes, path, err) &&
            check_manifest(push, manifest, path, err)) ||
           error_prefix(err, "manifest '%s'", QUOTE(name ? name : digest.text));
}
