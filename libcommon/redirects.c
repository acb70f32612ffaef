/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redirects.h"

#include <string.h>

#include "private_host.h"

static bool is_origin(const struct http_way *way, const struct http_url *url)
{
    return strcmp(url->host, way->origin->host) == 0;
}

/* A public origin stays one: the next address of its name may be another's. */
static enum host_reach reach_of(const struct http_way *way, const struct http_url *to)
{
    if (way->place == HOST_UNKNOWN)
        return is_origin(way, to) ? way->reach : host_reach_from(host_place(way->origin->host));
    if (is_origin(way, to) && way->place != HOST_PUBLIC)
        return way->reach;
    return host_reach_from(way->place);
}

bool http_way_allows(const struct http_way *way, const struct http_url *to, struct error *err)
{
    if (host_is_in_reach(reach_of(way, to), host_place(to->host)))
        return true;
    return error_set(err, ERROR_MALFORMED, "it points to '%s', which is no public address",
                     QUOTE(to->host));
}

/* Moves url to where the redirect points. */
static bool take_redirect(const struct http_way *way, struct http_url *url,
                          const struct http_response *response, struct error *err)
{
    HTTP_URL_AUTO(next);
    struct http_url before = *url;

    if (!response->location)
        return error_set(err, ERROR_MALFORMED, "a redirect (HTTP status %ld) that names no place",
                         response->status);
    if (!http_url_parse(url->text, response->location, &next, err) ||
        !http_way_allows(way, &next, err))
        return error_prefix(err, "refused to follow a redirect");
    if (strcmp(url->scheme, "https") == 0 && strcmp(next.scheme, "https") != 0)
        return error_set(err, ERROR_MALFORMED,
                         "refused to follow a redirect from HTTPS to plain HTTP at '%s'",
                         QUOTE(next.host));
    *url = next;
    next = before;
    return true;
}

static bool is_redirect(enum http_method method, long status)
{
    return (method == HTTP_GET || method == HTTP_HEAD) &&
           (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
}

bool http_follow(struct http_way *way, struct http_url *url, struct http_request request,
                 struct http_response *ret, struct error *err)
{
    for (int n = 0; n <= LIMIT_REDIRECTS; n++) {
        bool same_host = is_origin(way, url);

        http_response_release(ret);
        request.reach = reach_of(way, url);
        request.url = url;
        request.insecure = way->insecure && same_host;
        request.tls = same_host ? way->tls : NULL;
        if (!http_url_same_origin(url, way->origin))
            request.authorization = NULL;
        if (!http_ask(way->http, &request, ret, err))
            return false;
        if (same_host)
            way->place = host_place_of_both(way->place, ret->place);
        if (!is_redirect(request.method, ret->status))
            return true;
        if (!take_redirect(way, url, ret, err))
            return false;
    }
    return error_set(err, ERROR_MALFORMED, "more than %d redirects", LIMIT_REDIRECTS);
}
