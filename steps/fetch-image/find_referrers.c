/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "find_referrers.h"

#include <stdlib.h>

#include "json_in.h"
#include "link_header.h"
#include "registry_pool.h"
#include "xalloc.h"

/* What is asked about. */
struct search {
    struct registry *registry;
    struct registry_pool *pool;
    const struct digest *subject;
    struct referrers *list;
};

/*
 * The answer's JSON, a new reference; NULL without err set when there is none: 404, and 400 of servers that
 * take the path for a wrong one.
 */
static json_t *ask(const struct search *s, const struct registry_request *request,
                   struct strbuf *bytes, struct http_response *response, struct error *err)
{
    struct error why = {0};

    if (registry_pool_ask(s->pool, request, bytes, response, &why))
        return json_in_parse(strbuf_span(bytes), "the answer", err);
    if (response->status != 404 && response->status != 400)
        error_set(err, why.kind, "%s", why.message);
    return NULL;
}

/* ---- the API ---- */

/* Servers before the API may answer with a page. */
static bool is_index(const struct http_response *response)
{
    struct span type = span_string(response->content_type);

    return span_equal_nocase(span_trim(span_head(type, span_find_byte(type, ';'))),
                             SPAN_LITERAL(MEDIA_TYPE_OCI_INDEX));
}

/* Replaces *url by that of the next page, NULL after the last. */
static bool turn_page(const struct search *s, const char *header, char **url, struct error *err)
{
    struct span next;

    free(STEAL(*url));
    if (!link_header_next(span_string(header), &next, err))
        return false;
    if (next.len && next.data[0] == '?')
        *url = xasprintf("/v2/%s/referrers/%s%.*s", registry_pool_endpoint(s->pool)->repository,
                         DIGEST_TEXT(s->subject), (int)next.len, next.data);
    else if (next.len)
        *url = xmemdup0(next.data, next.len);
    return true;
}

/* The page at *url, or, when that is NULL, the first; *url becomes the next one's.  ret_there: it was one. */
static bool read_page(const struct search *s, char **url, bool *ret_there, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("referrers/%s", DIGEST_TEXT(s->subject));
    const struct registry_request request = {.path = *url ? NULL : path,
                                             .url = *url,
                                             .accept = MEDIA_TYPE_OCI_INDEX};
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    HTTP_RESPONSE_AUTO(response);
    struct error why = {0};
    CLEANUP(cleanup_json) json_t *page = ask(s, &request, &bytes, &response, &why);

    *ret_there = page && is_index(&response);
    if (!page && error_is_set(&why) && (response.status != 200 || is_index(&response)))
        return error_set(err, why.kind, "%s", why.message);
    return !*ret_there || (referrers_add_all(s->list, page, s->subject, REFERRER_API, err) &&
                           turn_page(s, response.link, url, err));
}

/* ret_there: the registry has the API. */
static bool ask_api(const struct search *s, bool *ret_there, struct error *err)
{
    CLEANUP(cleanup_free) char *url = NULL;
    bool more;

    if (!read_page(s, &url, ret_there, err))
        return error_prefix(err, "referrers of %s", DIGEST_TEXT(s->subject));
    for (int page = 1; url && !s->list->cut; page++) {
        more = false;
        if (page < LIMIT_REFERRER_PAGES && !read_page(s, &url, &more, err))
            return error_prefix(err, "referrers of %s, page %d", DIGEST_TEXT(s->subject), page + 1);
        /* There are more, or it named a page that is not there. */
        s->list->cut = s->list->cut || !more;
    }
    return true;
}

/* ---- tags ---- */

#define ACCEPT MEDIA_TYPE_OCI_INDEX ", " MEDIA_TYPE_OCI_MANIFEST ", " MEDIA_TYPE_DOCKER_MANIFEST

/* A longer HEX is cut (distribution-spec, "Referrers Tag Schema"). */
#define TAG_HEX 64

/* What the tag ALGORITHM-HEXsuffix names, a new reference; NULL without err set when there is none. */
static json_t *ask_tag(const struct search *s, const char *suffix, struct strbuf *bytes,
                       struct error *err)
{
    CLEANUP(cleanup_free)
    char *path = xasprintf("manifests/%s-%.*s%s", digest_name(s->subject->algorithm), TAG_HEX,
                           DIGEST_HEX_TEXT(s->subject), suffix);
    const struct registry_request request = {.path = path, .accept = ACCEPT};
    HTTP_RESPONSE_AUTO(response);

    return ask(s, &request, bytes, &response, err);
}

static bool ask_fallback_tag(const struct search *s, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *index = ask_tag(s, "", &bytes, err);

    if (!index)
        return !error_is_set(err);
    return !manifest_is_index(index) ||
           referrers_add_all(s->list, index, s->subject, REFERRER_TAG, err);
}

static bool ask_cosign_tag(const struct search *s, const char *suffix, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *manifest = ask_tag(s, suffix, &bytes, err);
    CLEANUP(cleanup_json) json_t *entry = json_new_object();
    struct digest digest;

    if (!manifest)
        return !error_is_set(err);
    digest = digest_of(strbuf_span(&bytes));
    json_put_string(entry, "mediaType", json_in_span_or_empty(manifest, "mediaType"));
    json_put_string(entry, "digest", span_string(DIGEST_TEXT(&digest)));
    json_put_int(entry, "size", (int64_t)bytes.len);
    return referrers_add(s->list, entry, s->subject, REFERRER_COSIGN_TAG, err);
}

static bool ask_tags(const struct search *s, bool has_api, struct error *err)
{
    return (has_api || ask_fallback_tag(s, err)) && ask_cosign_tag(s, ".sig", err) &&
           ask_cosign_tag(s, ".att", err) && ask_cosign_tag(s, ".sbom", err);
}

/* ---- the index ---- */

static bool is_of(const json_t *entry, const struct digest *image)
{
    const json_t *annotations = json_object_get(entry, "annotations");

    return index_entry_is_attestation(entry) &&
           span_equal_string(json_in_span(
                                 json_object_get(annotations, "vnd.docker.reference.digest")),
                             DIGEST_TEXT(image));
}

static bool read_index(const struct search *s, const struct descriptor *root, struct error *err)
{
    const struct image_source source = registry_source(s->registry);
    STRBUF_AUTO(bytes, LIMIT_MANIFEST);
    CLEANUP(cleanup_json) json_t *index = NULL;
    json_t *manifests;

    if (!source.read_manifest(source.context, root, LIMIT_MANIFEST, &bytes, err))
        return false;
    index = json_in_parse(strbuf_span(&bytes), "index", err);
    if (!index || !index_manifests(index, &manifests, err))
        return false;
    for (size_t i = 0; i < json_array_size(manifests); i++) {
        const json_t *entry = json_array_get(manifests, i);

        if (is_of(entry, s->subject) &&
            !referrers_add(s->list, entry, s->subject, REFERRER_INDEX, err))
            return false;
    }
    return true;
}

/* ---- */

static bool search(const struct search *s, struct error *err)
{
    bool has_api;

    return ask_api(s, &has_api, err) && ask_tags(s, has_api, err);
}

bool find_referrers(struct registry *registry, const struct image *image, struct referrers *list,
                    struct error *err)
{
    const struct descriptor *root = registry_root(registry);
    struct search s = {registry, registry_asked(registry), &image->manifest.digest, list};

    list->asked = true;
    if (!search(&s, err))
        return false;
    if (digest_equal(&root->digest, &image->manifest.digest))
        return true;
    if (!read_index(&s, root, err))
        return error_prefix(err, "index %s", DIGEST_TEXT(&root->digest));
    s.subject = &root->digest;
    return search(&s, err);
}
