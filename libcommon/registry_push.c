/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_push.h"

#include <stdatomic.h>

#include "registries_conf.h"
#include "registry_blob.h"
#include "xalloc.h"

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
/* ---- blobs ---- */

/*
 * True when the blob is there now.  A mount that is refused, perhaps as we may not read the other
 * repository, is no failure: the bytes are sent.
 */
static bool is_mounted(struct registry_push *push, const struct descriptor *blob, char **ret_place)
{
    struct error refusal = {0};

    if (!push->mount_from || atomic_load(&push->mounts_refused))
        return false;
    if (registry_upload_begin(push->pool, blob, push->mount_from, ret_place, &refusal))
        return !*ret_place;
    if (refusal.kind == ERROR_PERMISSION) {
        atomic_store(&push->mounts_refused, true);
        registry_auth_also_pull(registry_pool_endpoint(push->pool)->auth, NULL);
    }
    return false;
}

bool registry_push_blob(struct registry_push *push, const struct descriptor *blob,
                        registry_open_rest *open_rest, void *context, enum push_way *ret_way,
                        struct error *err)
{
    CLEANUP(cleanup_free) char *place = NULL;
    bool there = false;

    *ret_way = PUSH_THERE;
    if (!registry_blob_is_there(push->pool, blob, &there, err))
        return false;
    if (there)
        return true;
    *ret_way = PUSH_MOUNTED;
    if (is_mounted(push, blob, &place))
        return true;
    *ret_way = PUSH_SENT;
    return open_rest
               ? registry_upload_send(push->pool, blob, STEAL(place), open_rest, context, err)
               : error_set(err, ERROR_NO_INPUT, "the registry has it not, and it was not fetched");
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

/* *ret_told: the header may be absent, or of an algorithm that is not ours; *ret_said is what it says then. */
static bool check_header(const struct http_response *response, struct span sent, bool *ret_told,
                         struct digest *ret_said, struct error *err)
{
    struct error ignored = {0};
    struct digest right;

    *ret_told =
        digest_parse(span_trim(span_string(response->docker_content_digest)), ret_said, &ignored);
    if (!*ret_told || digest_fits(ret_said, sent))
        return true;
    right = digest_by(ret_said->algorithm, sent);
    return error_set(err, ERROR_MALFORMED, "the registry says that it has the digest %s, not %s",
                     DIGEST_TEXT(ret_said), DIGEST_TEXT(&right));
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
    struct digest said;
    bool ignored;

    return registry_pool_ask(push->pool, &request, NULL, &response, err) &&
           check_header(&response, bytes, &ignored, &said, err);
}

/* By its bytes. */
static bool compare_manifest(struct registry_push *push, const struct descriptor *manifest,
                             const char *path, struct error *err)
{
    const struct registry_request request = {.path = path, .accept = manifest->media_type};
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    HTTP_RESPONSE_AUTO(response);
    struct digest found;

    if (!registry_pool_ask(push->pool, &request, &bytes, &response, err))
        return false;
    found = digest_by(manifest->digest.algorithm, strbuf_span(&bytes));
    return digest_equal(&found, &manifest->digest) ||
           error_set(err, ERROR_MALFORMED, "what the registry has now has the digest %s, not %s",
                     DIGEST_TEXT(&found), DIGEST_TEXT(&manifest->digest));
}

/* What the tag, or the digest, leads to now. */
static bool check_manifest(struct registry_push *push, const struct descriptor *manifest,
                           struct span bytes, const char *path, struct digest *ret_held,
                           struct error *err)
{
    const struct registry_request request = {.method = HTTP_HEAD,
                                             .path = path,
                                             .accept = manifest->media_type};
    HTTP_RESPONSE_AUTO(response);
    bool told;

    if (!registry_pool_ask(push->pool, &request, NULL, &response, err) ||
        !check_header(&response, bytes, &told, ret_held, err))
        return false;
    if (told)
        return true;
    *ret_held = manifest->digest;
    return compare_manifest(push, manifest, path, err);
}

bool registry_push_manifest(struct registry_push *push, const struct descriptor *manifest,
                            struct span bytes, const char *name, struct digest *ret_held,
                            struct error *err)
{
    struct digest_text digest = digest_format(&manifest->digest);
    CLEANUP(cleanup_free) char *path = xasprintf("manifests/%s", name ? name : digest.text);

    return (put_manifest(push, manifest, bytes, path, err) &&
            check_manifest(push, manifest, bytes, path, ret_held, err)) ||
           error_prefix(err, "manifest '%s'", QUOTE(name ? name : digest.text));
}
