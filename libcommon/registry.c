/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry.h"

#include <string.h>

#include "json_in.h"
#include "registries_conf.h"
#include "registry_blob.h"
#include "xalloc.h"

/* Docker's schema 1 and OCI's artifact manifests too, so as to say that it is one, not that there is nothing. */
#define ACCEPT_MANIFESTS                                                                     \
    MEDIA_TYPE_OCI_INDEX                                                                     \
    ", " MEDIA_TYPE_DOCKER_LIST ", " MEDIA_TYPE_OCI_MANIFEST ", " MEDIA_TYPE_DOCKER_MANIFEST \
    ", " MEDIA_TYPE_DOCKER_SCHEMA1 ", " MEDIA_TYPE_OCI_ARTIFACT

/* A document that was read, and is wanted again when the image is copied. */
struct document {
    struct strbuf bytes; /* empty: there is none */
    struct digest digest;
};

struct registry {
    struct registry_pool **pools; /* the mirrors', and last the registry's own */
    size_t pool_count;
    struct registry_pool *pool; /* the one that is asked */
    long retry_seconds;
    char *name; /* the tag or digest that is asked for */
    bool has_digest;
    struct descriptor root;
    struct document manifest; /* the last one */
    struct document config;
};

static struct registry_pool *open_place(const struct registry_place *place, const char *host,
                                        const struct registry_options *options, struct error *err)
{
    const struct registry_endpoint_options where = {
        .host = place->ref.host,
        .repository = place->ref.repository,
        .mirrored = place->is_mirror ? host : NULL,
        .insecure = options->plain_http || place->insecure,
        .authfile = options->authfile,
        .cert_dir = options->cert_dir,
        .variable = place->is_mirror ? NULL : options->login_variable,
        /* A mirror that fails has others behind it. */
        .retry_seconds = place->is_mirror ? 0 : options->retry_seconds};
    struct registry_endpoint *endpoint = registry_endpoint_new(&where, err);

    return endpoint ? registry_pool_new_take(endpoint) : NULL;
}

static bool open_places(struct registry *registry, const struct reference *ref,
                        const struct registry_options *options, struct error *err)
{
    REGISTRIES_CONF_AUTO(conf);
    REGISTRY_PLACES_AUTO(places);

    if (!registries_conf_read("", &conf, err) || !registries_conf_places(&conf, ref, &places, err))
        return false;
    registry->pools = xcalloc(places.count, sizeof *registry->pools);
    for (; registry->pool_count < places.count; registry->pool_count++) {
        struct registry_pool *pool =
            open_place(&places.items[registry->pool_count], ref->host, options, err);

        if (!pool)
            return false;
        registry->pools[registry->pool_count] = pool;
    }
    registry->pool = registry->pools[registry->pool_count - 1];
    return true;
}

struct registry *registry_open(const struct reference *ref, const struct registry_options *options,
                               struct error *err)
{
    CLEANUP(cleanup_registry) struct registry *registry = xcalloc(1, sizeof *registry);

    registry->has_digest = ref->digest != NULL;
    registry->name = xstrdup(ref->digest ? ref->digest : ref->tag);
    registry->retry_seconds = options->retry_seconds;
    strbuf_init(&registry->manifest.bytes, LIMIT_MANIFEST);
    strbuf_init(&registry->config.bytes, LIMIT_IMAGE_CONFIG);
    return open_places(registry, ref, options, err) ? STEAL(registry) : NULL;
}

void registry_close(struct registry *registry)
{
    if (!registry)
        return;
    while (registry->pool_count)
        registry_pool_free(registry->pools[--registry->pool_count]);
    free(registry->pools);
    strbuf_release(&registry->manifest.bytes);
    strbuf_release(&registry->config.bytes);
    descriptor_release(&registry->root);
    free(registry->name);
    free(registry);
}

/* ---- from a name to a descriptor ---- */

static bool differs(const struct digest *said, struct span bytes, const char *where,
                    struct error *err)
{
    struct digest found = digest_by(said->algorithm, bytes);

    return error_set(err, ERROR_MALFORMED, "the bytes have the digest %s, %s %s",
                     DIGEST_TEXT(&found), where, DIGEST_TEXT(said));
}

/* By the algorithm that was asked by; of a tag by the usual one. */
static bool find_digest(const struct registry *registry, struct span bytes, struct digest *ret,
                        struct error *err)
{
    *ret = digest_of(bytes);
    if (!registry->has_digest)
        return true;
    return digest_parse(span_string(registry->name), ret, err) &&
           (digest_fits(ret, bytes) || differs(ret, bytes, "asked for was", err));
}

/* The header may be absent or of an algorithm that is not ours; one that is must be right. */
static bool check_header(const struct http_response *response, struct span bytes, struct error *err)
{
    struct span header = span_trim(span_string(response->docker_content_digest));
    struct error why = {0};
    struct digest said;

    if (!header.len)
        return true;
    if (!digest_parse(header, &said, &why))
        return why.kind == ERROR_CONFIGURATION ||
               error_set(err, why.kind, "Docker-Content-Digest: %s", why.message);
    return digest_fits(&said, bytes) || differs(&said, bytes, "the header says", err);
}

/* For servers that say text/plain or nothing: by what is in it. */
static char *sniff_media_type(struct span manifest, struct error *err)
{
    CLEANUP(cleanup_json) json_t *parsed = json_in_parse(manifest, "manifest", err);
    struct span said = json_in_span_or_empty(parsed, "mediaType");

    if (!parsed)
        return NULL;
    if (said.len)
        return xmemdup0(said.data, said.len);
    return xstrdup(manifest_is_index(parsed) ? MEDIA_TYPE_OCI_INDEX : MEDIA_TYPE_OCI_MANIFEST);
}

static char *media_type_of(const struct http_response *response, struct span manifest,
                           struct error *err)
{
    struct span type = span_string(response->content_type);

    type = span_trim(span_head(type, span_find_byte(type, ';')));
    if (span_starts_with(type, "application/vnd."))
        return xmemdup0(type.data, type.len);
    return sniff_media_type(manifest, err);
}

static bool resolve(struct registry *registry, struct descriptor *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("manifests/%s", registry->name);
    struct document *kept = &registry->manifest;
    HTTP_RESPONSE_AUTO(response);

    const struct registry_request request = {.path = path, .accept = ACCEPT_MANIFESTS};

    if (!registry_pool_ask(registry->pool, &request, &kept->bytes, &response, err))
        return false;
    if (!find_digest(registry, strbuf_span(&kept->bytes), &kept->digest, err) ||
        !check_header(&response, strbuf_span(&kept->bytes), err))
        return false;
    free(ret->media_type);
    ret->media_type = media_type_of(&response, strbuf_span(&kept->bytes), err);
    ret->digest = kept->digest;
    ret->size = kept->bytes.len;
    return ret->media_type != NULL;
}

/* A mirror that answers with anything else (a page of a proxy) has it not. */
static bool is_json(const struct registry *registry, struct error *err)
{
    CLEANUP(cleanup_json)
    json_t *parsed = json_in_parse(strbuf_span(&registry->manifest.bytes), "manifest", err);

    return parsed != NULL;
}

/* At the place that is asked. */
static bool resolve_here(struct registry *registry, struct descriptor *ret, struct error *err)
{
    strbuf_clear(&registry->manifest.bytes);
    if (resolve(registry, ret, err))
        return true;
    strbuf_clear(&registry->manifest.bytes);
    return error_prefix(err, "manifest '%s'", QUOTE(registry->name));
}

/* True when a mirror has it, which is asked from now on; else why says what the last one said. */
static bool resolve_at_mirrors(struct registry *registry, struct descriptor *ret, struct error *why)
{
    for (size_t i = 0; i + 1 < registry->pool_count; i++) {
        registry->pool = registry->pools[i];
        error_clear(why);
        if (resolve_here(registry, ret, why) && is_json(registry, why)) {
            registry_pool_endpoint(registry->pool)->retry_seconds = registry->retry_seconds;
            return true;
        }
    }
    return false;
}

static bool resolve_anywhere(struct registry *registry, struct descriptor *ret, struct error *err)
{
    struct error at_mirror = {0};

    if (resolve_at_mirrors(registry, ret, &at_mirror))
        return true;
    registry->pool = registry->pools[registry->pool_count - 1];
    if (resolve_here(registry, ret, err))
        return true;
    return error_is_set(&at_mirror) ? error_prefix(err, "no mirror has it (%s)", at_mirror.message)
                                    : false;
}

bool registry_resolve(struct registry *registry, struct descriptor *ret, struct error *err)
{
    if (!resolve_anywhere(registry, ret, err))
        return false;
    descriptor_copy(&registry->root, ret);
    return true;
}

const struct descriptor *registry_root(const struct registry *registry)
{
    return &registry->root;
}

struct registry_pool *registry_asked(const struct registry *registry)
{
    return registry->pool;
}

/* ---- by digest ---- */

static bool check_bytes(struct span bytes, const struct descriptor *wanted, struct error *err)
{
    struct digest found;

    if (bytes.len != wanted->size)
        return error_set(err, ERROR_MALFORMED, "it has %zu bytes instead of %llu", bytes.len,
                         (unsigned long long)wanted->size);
    found = digest_by(wanted->digest.algorithm, bytes);
    return digest_equal(&found, &wanted->digest) ||
           error_set(err, ERROR_MALFORMED, "the registry's bytes have the digest %s",
                     DIGEST_TEXT(&found));
}

static bool holds(const struct document *kept, const struct descriptor *wanted)
{
    return kept->bytes.len == wanted->size && digest_equal(&kept->digest, &wanted->digest);
}

/* Makes kept the document of kind ("manifests", "blobs") that is wanted. */
static bool read_into(struct document *kept, struct registry *registry, const char *kind,
                      const char *accept, const struct descriptor *wanted, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", kind, DIGEST_TEXT(&wanted->digest));
    HTTP_RESPONSE_AUTO(response);

    strbuf_clear(&kept->bytes);
    kept->digest = wanted->digest;
    const struct registry_request request = {.path = path, .accept = accept};

    if (registry_pool_ask(registry->pool, &request, &kept->bytes, &response, err) &&
        check_bytes(strbuf_span(&kept->bytes), wanted, err))
        return true;
    strbuf_clear(&kept->bytes);
    return error_prefix(err, "%s", DIGEST_TEXT(&wanted->digest));
}

static bool append(struct strbuf *out, size_t limit, const struct document *kept, struct error *err)
{
    if (kept->bytes.len > limit)
        return error_set(err, ERROR_MALFORMED, "%s is larger than %zu bytes",
                         DIGEST_TEXT(&kept->digest), limit);
    strbuf_add_span(out, strbuf_span(&kept->bytes));
    return true;
}

static bool read_manifest(void *context, const struct descriptor *wanted, size_t limit,
                          struct strbuf *out, struct error *err)
{
    struct registry *registry = context;
    struct document *kept = &registry->manifest;

    return (holds(kept, wanted) ||
            read_into(kept, registry, "manifests", ACCEPT_MANIFESTS, wanted, err)) &&
           append(out, limit, kept, err);
}

static bool read_blob(void *context, const struct descriptor *wanted, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct registry *registry = context;
    struct document *kept = &registry->config;

    return (holds(kept, wanted) || read_into(kept, registry, "blobs", NULL, wanted, err)) &&
           append(out, limit, kept, err);
}

struct image_source registry_source(struct registry *registry)
{
    return (struct image_source){read_manifest, read_blob, registry};
}

struct stream *registry_open_blob(struct registry *registry, const struct descriptor *blob,
                                  uint64_t first, struct error *err)
{
    return registry_blob_open(registry->pool, blob, first, err);
}

bool registry_has_blob(struct registry *registry, const struct descriptor *blob, struct error *err)
{
    bool there = false;

    return registry_blob_is_there(registry->pool, blob, &there, err) &&
           (there || error_set(err, ERROR_NO_INPUT, "the registry has it not"));
}

void registry_stop(struct registry *registry)
{
    atomic_store(&registry_pool_endpoint(registry->pool)->stopped, true);
}

const char *registry_warning(const struct registry *registry)
{
    return registry_endpoint_warning(registry_pool_endpoint(registry->pool));
}
