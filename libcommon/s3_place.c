/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_place.h"

#include <stdlib.h>
#include <string.h>

#include "http_url.h"
#include "stream.h"
#include "xalloc.h"

/* What S3 itself and older servers together allow. */
#define BUCKET_BYTES "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
#define BUCKET_MIN 3
#define BUCKET_MAX 63
/* S3_MAX_HOSTNAME_SIZE of libs3. */
#define HOST_MAX 255

void s3_place_release(struct s3_place *place)
{
    free(STEAL(place->bucket));
    free(STEAL(place->prefix));
    free(STEAL(place->host));
    free(STEAL(place->region));
    strbuf_release(&place->authorities);
    s3_keys_release(&place->keys);
}

/* ---- s3://BUCKET[/PREFIX] ---- */

static bool is_bucket(const char *name)
{
    size_t len = strlen(name);

    return len >= BUCKET_MIN && len <= BUCKET_MAX && strspn(name, BUCKET_BYTES) == len &&
           name[0] != '.';
}

bool s3_place_parse(const char *where, struct s3_place *ret, struct error *err)
{
    struct span rest = span_string(where);
    size_t slash;

    if (!span_eat(&rest, "s3://"))
        return error_set(err, ERROR_USAGE, "'%s' is not s3://BUCKET[/PREFIX]", QUOTE(where));
    slash = span_find_byte(rest, '/');
    ret->bucket = xmemdup0(rest.data, slash);
    rest = span_skip(rest, slash + 1);
    while (span_ends_with(rest, "/"))
        rest.len--;
    ret->prefix = xasprintf("%.*s%s", SPAN_ARG(rest), rest.len ? "/" : "");
    if (is_bucket(ret->bucket) && (!rest.len || object_key_is_valid(rest)))
        return true;
    return error_set(err, ERROR_USAGE, "'%s' is not s3://BUCKET[/PREFIX]", QUOTE(where));
}

bool s3_place_check_folder(const char *where, struct error *err)
{
    struct span name = span_string(where);

    if (!span_ends_with(span_head(name, span_find_byte(name, '/')), ":"))
        return true;
    return error_set(
        err, ERROR_USAGE,
        "'%s' is neither a folder nor s3://BUCKET[/PREFIX]; a folder of that name is './%s'",
        QUOTE(where), QUOTE(where));
}

/* ---- the server ---- */

static const char *first_variable(const char *const *names)
{
    const char *value = NULL;

    for (; *names && !(value && *value); names++)
        value = getenv(*names);
    return value && *value ? value : NULL;
}

/* The path that libs3 makes of host and bucket is all there is. */
static bool is_origin(const struct http_url *url)
{
    struct span rest = span_string(strstr(url->text, "://") + 3);

    rest = span_skip(rest, span_find_byte(rest, '/'));
    return rest.len <= 1;
}

static bool take_endpoint(const char *text, struct s3_place *ret, struct error *err)
{
    HTTP_URL_AUTO(url);
    struct error why = {0};

    /* Not quoted, as it may hold a password. */
    if (!http_url_parse(NULL, text, &url, &why) || !is_origin(&url))
        return error_set(err, ERROR_CONFIGURATION,
                         "--endpoint is not http:// or https:// with a host, and perhaps a port");
    ret->plain_http = strcmp(url.scheme, "http") == 0;
    ret->host = xasprintf(strchr(url.host, ':') ? "[%s]:%s" : "%s:%s", url.host, url.port);
    return strlen(ret->host) < HOST_MAX ||
           error_set(err, ERROR_CONFIGURATION, "--endpoint is too long");
}

static bool read_authorities(const char *path, struct s3_place *ret, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *in = path ? stream_open_file(path, err) : NULL;

    strbuf_init(&ret->authorities, LIMIT_AUTHORITIES);
    if (path && (!in || !stream_read_all(in, &ret->authorities, path, err)))
        return error_prefix(err, "--s3-ca");
    return true;
}

bool s3_place_find(const char *where, const struct object_store_options *how, struct s3_place *ret,
                   struct error *err)
{
    static const char *const endpoints[] = {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", NULL};
    static const char *const bundles[] = {"AWS_CA_BUNDLE", NULL};
    static const char *const regions[] = {"AWS_REGION", "AWS_DEFAULT_REGION", NULL};
    const char *endpoint = how->endpoint ? how->endpoint : first_variable(endpoints);
    const char *region = how->region ? how->region : first_variable(regions);

    ret->region = xstrdup(region ? region : "us-east-1");
    if (!s3_place_parse(where, ret, err))
        return false;
    if (!endpoint)
        return error_set(err, ERROR_CONFIGURATION,
                         "'%s': name the server with --endpoint or AWS_ENDPOINT_URL", QUOTE(where));
    if (!take_endpoint(endpoint, ret, err) ||
        !read_authorities(how->authorities ? how->authorities : first_variable(bundles), ret,
                          err) ||
        !s3_keys_find(how->credentials, &ret->keys, err))
        return false;
    return !how->version_2 || !ret->keys.token ||
           error_set(err, ERROR_CONFIGURATION,
                     "a session's token cannot be signed with --s3-signature v2");
}
