/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * URLs as libcurl reads them (RFC 3986), so that what is checked is what is asked.
 *
 * struct http_url owns its strings; http_url_release() frees them.
 */
#ifndef HTTP_URL_H
#define HTTP_URL_H

#include "cleanup.h"
#include "error.h"
#include "strbuf.h"

/* An absolute URL, normalised. */
struct http_url {
    char *text;
    char *scheme; /* "http" or "https" */
    char *host;   /* lower case; numeric IPv4 in dotted form, IPv6 without brackets */
    char *port;   /* always set */
};

/*
 * reference, which may be relative when base is not NULL.  Another scheme, a user or password in
 * it, or what is no URL at all is ERROR_MALFORMED.
 */
bool http_url_parse(const char *base, const char *reference, struct http_url *ret,
                    struct error *err);
/* Adds name=value, encoded, to the query. */
bool http_url_add_query(struct http_url *url, const char *name, const char *value,
                        struct error *err);
/*
 * Appends name=value, encoded, to an application/x-www-form-urlencoded body (URL Standard, 5.2), with '&'
 * before it where there is something already.
 */
void http_form_add(struct strbuf *form, const char *name, const char *value);
bool http_url_same_origin(const struct http_url *a, const struct http_url *b);
void http_url_release(struct http_url *url);
#define HTTP_URL_AUTO(name) __attribute__((cleanup(http_url_release))) struct http_url name = {0}

#endif
