/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A request and where it is sent on to, followed by hand: what a server may ask of us is decided
 * here, and what we give to whom.
 *
 * Authorization is for the origin alone (RFC 9110, 11.6.2; distribution-spec, "Pulling blobs"),
 * certificates of one's own and leave not to verify for its host.  Refused are redirects from HTTPS to plain HTTP,
 * into private networks that the origin is not in (private_host.h), by name or by the address that a name leads
 * to, and more than LIMIT_REDIRECTS of them: ERROR_MALFORMED.
 */
#ifndef REDIRECTS_H
#define REDIRECTS_H

#include "http.h"

/* All is borrowed. */
struct http_way {
    struct http *http;
    const struct http_url *origin; /* scheme, host and port of the server that was meant */
    enum host_place place;         /* where it was found; HOST_UNKNOWN: it has not answered yet */
    enum host_reach reach;         /* where it may be */
    bool insecure;                 /* its certificate need not be good */
    const struct http_tls *tls;    /* for it; or NULL */
};

/* False with err set when the origin may not point to that host. */
bool http_way_allows(const struct http_way *way, const struct http_url *to, struct error *err);

/*
 * Asks url (of request, insecure, tls, reach and url are set here) and what it redirects GET and HEAD
 * to, and moves url along.  Any other status is the answer.  The way's place is that of the origin then.
 */
bool http_follow(struct http_way *way, struct http_url *url, struct http_request request,
                 struct http_response *ret, struct error *err);

#endif
