/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTTP, one request at a time, over libcurl (which nobody but http.c sees).
 *
 * A struct http keeps connections open between requests, and is not shared between threads.
 * http_ask() returns when the response's header is in; the body is then pulled as a stream, so
 * that a blob of any size needs no more memory than a piece of it and the sender waits for the
 * reader.  What is sent is a stream too.  The struct http must outlive the bodies it gave.
 *
 * Nothing happens by itself: no redirect is followed, nothing is tried again, no status is an
 * error, no credential is sent that is not in the request (no .netrc, no userinfo in URLs).
 * Proxies are those of the environment (http_proxy.h).  Errors: what may pass
 * (no connection, a time-out, a body cut short) is ERROR_TRY_AGAIN, an untrusted certificate
 * ERROR_CONFIGURATION, what is no HTTP or no URL ERROR_MALFORMED; those of the stream that is sent
 * come as they are.
 */
#ifndef HTTP_H
#define HTTP_H

#include <stdatomic.h>

#include "cleanup.h"
#include "error.h"
#include "http_url.h"
#include "private_host.h"
#include "span.h"
#include "stream.h"

struct http;

/*
 * Never NULL. Once *stop (NULL: never) is true, what is under way fails within a second, as what may
 * pass.
 */
struct http *http_new(const atomic_bool *stop);
void http_free(struct http *http);
DEFINE_CLEANUP(cleanup_http, struct http *, http_free)

struct http_tls {
    struct span authorities; /* PEM, instead of this machine's file of them; empty: that */
    const char *certificate; /* our own, a PEM file, with its key; or NULL */
    const char *key;
};

/*
 * Appends this machine's authorities, for who trusts others beside them: the file that SSL_CERT_FILE names, or the one
 * that libcurl was built for; what there is in folders (SSL_CERT_DIR) is trusted anyway.  A file that is not there has none.
 */
bool http_add_system_authorities(struct strbuf *out, struct error *err);

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_PUT, HTTP_PATCH };

/* All is borrowed, until the response's body is closed. */
struct http_request {
    enum http_method method;
    const struct http_url *url;
    const char *accept; /* NULL: none */
    const char
        *authorization; /* the header's value, a secret, without control characters; or NULL */
    bool insecure;      /* the certificate is not looked at */
    const struct http_tls *tls; /* NULL: nothing beside */
    enum host_reach reach;      /* what the host may lead to; else ERROR_MALFORMED */
    const char *unix_socket;    /* connects there instead of to the URL's host; or NULL */
    long seconds;               /* for all of it, body included; 0: as long as bytes keep coming */
    /* Silence between the last byte that is sent and the answer; 0: LIMIT_SILENCE_SECONDS, as all else. */
    long answer_seconds;
    uint64_t first; /* of GET: asks for the bytes from this one on (RFC 9110, 14.2); 0: for all */
    /* What POST, PUT and PATCH send: sent_size bytes of sent, or nothing when it is NULL. */
    struct stream *sent;
    uint64_t sent_size;
    const char *sent_type;  /* NULL: none is named */
    const char *sent_range; /* Content-Range of a PATCH ("0-99"), or NULL */
};

/* The headers are NULL when absent; of one that is repeated, the first. */
struct http_response {
    long status;
    char *www_authenticate; /* all of them, joined by commas (RFC 9110, 5.3) */
    char *content_type;
    char *content_length; /* a body that has this many bytes is whole */
    char *content_range;
    char *docker_content_digest;
    char *link;
    char *location;
    char *range; /* what of an upload is there (distribution-spec) */
    char *retry_after;
    char *warning;
    enum host_place place; /* of the address that it came from; through a proxy: of the name */
    struct stream *body;   /* the end of a body that was cut short is ERROR_TRY_AGAIN */
    /*
     * After a failure: nobody listens; somebody does at an https URL, but speaks no TLS; a connection
     * that was kept turned out to be closed, when a part of what is sent was read already.
     */
    bool no_connection;
    bool no_tls;
    bool was_closed;
};

/* Fills ret, which the caller releases in either case. */
bool http_ask(struct http *http, const struct http_request *request, struct http_response *ret,
              struct error *err);
/*
 * The seconds from now that Retry-After asks for (RFC 9110, 10.2.3), as a number or as a date; -1 when it
 * is absent or junk ("454.8µs" was seen).
 */
int64_t http_retry_after(const struct http_response *response);
/* Closes the body too, unless it was taken. */
void http_response_release(struct http_response *response);
#define HTTP_RESPONSE_AUTO(name) \
    __attribute__((cleanup(http_response_release))) struct http_response name = {0}

#endif
