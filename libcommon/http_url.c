/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http_url.h"

#include <curl/curl.h>
#include <string.h>

#include "xalloc.h"

/* libcurl has no other reason not to begin. */
static CURLU *new_url(void)
{
    CURLU *url = curl_url();

    if (!url)
        out_of_memory();
    return url;
}

DEFINE_CLEANUP(cleanup_curlu, CURLU *, curl_url_cleanup)

void http_url_release(struct http_url *url)
{
    free(STEAL(url->text));
    free(STEAL(url->scheme));
    free(STEAL(url->host));
    free(STEAL(url->port));
}

/* NULL when there is no such part. */
static char *part_of(CURLU *parsed, CURLUPart part, unsigned int flags)
{
    char *text = NULL;
    char *copy;

    if (curl_url_get(parsed, part, &text, flags) != CURLUE_OK || !text)
        return NULL;
    copy = xstrdup(text);
    curl_free(text);
    return copy;
}

/* Lower case, without the brackets of IPv6. */
static void normalise_host(char *host)
{
    size_t len = strlen(host);

    for (char *p = host; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    if (len > 2 && host[0] == '[' && host[len - 1] == ']') {
        memmove(host, host + 1, len - 2);
        host[len - 2] = '\0';
    }
}

static bool take_parts(struct http_url *ret, CURLU *parsed)
{
    http_url_release(ret);
    ret->text = part_of(parsed, CURLUPART_URL, 0);
    ret->scheme = part_of(parsed, CURLUPART_SCHEME, 0);
    ret->host = part_of(parsed, CURLUPART_HOST, 0);
    ret->port = part_of(parsed, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    if (!ret->text || !ret->scheme || !ret->host || !*ret->host || !ret->port)
        return false;
    /* libcurl would make ASCII of others on its way (IDNA), perhaps an address. */
    for (const char *p = ret->host; *p; p++)
        if ((unsigned char)*p > 0x7e)
            return false;
    normalise_host(ret->host);
    return strcmp(ret->scheme, "https") == 0 || strcmp(ret->scheme, "http") == 0;
}

bool http_url_parse(const char *base, const char *reference, struct http_url *ret,
                    struct error *err)
{
    const unsigned int flags = CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
    CLEANUP(cleanup_curlu) CURLU *parsed = new_url();
    CURLUcode code = CURLUE_OK;

    if (base)
        code = curl_url_set(parsed, CURLUPART_URL, base, flags);
    if (code == CURLUE_OK)
        code = curl_url_set(parsed, CURLUPART_URL, reference, flags);
    if (code != CURLUE_OK)
        return error_set(err, ERROR_MALFORMED, "'%s' is no usable URL: %s", QUOTE(reference),
                         curl_url_strerror(code));
    return take_parts(ret, parsed) ||
           error_set(err, ERROR_MALFORMED, "'%s' is no http URL", QUOTE(reference));
}

bool http_url_add_query(struct http_url *url, const char *name, const char *value,
                        struct error *err)
{
    CLEANUP(cleanup_free) char *pair = xasprintf("%s=%s", name, value);
    CLEANUP(cleanup_curlu) CURLU *parsed = new_url();

    if (curl_url_set(parsed, CURLUPART_URL, url->text, 0) == CURLUE_OK &&
        curl_url_set(parsed, CURLUPART_QUERY, pair, CURLU_APPENDQUERY | CURLU_URLENCODE) ==
            CURLUE_OK &&
        take_parts(url, parsed))
        return true;
    return error_set(err, ERROR_MALFORMED, "the URL cannot take %s '%s'", name, QUOTE(value));
}

void http_form_add(struct strbuf *form, const char *name, const char *value)
{
    char *encoded = curl_easy_escape(NULL, value, 0);

    if (!encoded)
        out_of_memory();
    strbuf_addf(form, "%s%s=%s", form->len ? "&" : "", name, encoded);
    explicit_bzero(encoded, strlen(encoded));
    curl_free(encoded);
}

bool http_url_same_origin(const struct http_url *a, const struct http_url *b)
{
    return strcmp(a->scheme, b->scheme) == 0 && strcmp(a->host, b->host) == 0 &&
           strcmp(a->port, b->port) == 0;
}
