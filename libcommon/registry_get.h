/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One GET of a registry's API, as often as it takes: the scheme is found out, redirects are
 * followed, the token that is asked for is fetched, what may pass is tried again.
 *
 * The session keeps the connection and the token between requests.  Errors are those of
 * registry.h, with the registry named and its own words.
 */
#ifndef REGISTRY_GET_H
#define REGISTRY_GET_H

#include "http.h"
#include "strbuf.h"

struct registry_session;

/* host[:port] to connect to; with plain_http as in registry.h. Never NULL, nothing is asked yet. */
struct registry_session *registry_session_new(const char *host, const char *repository,
                                              bool plain_http);
void registry_session_free(struct registry_session *session);

/*
 * GETs path ("manifests/latest") of the repository; true means status 200.  The body is appended to
 * out; when out is NULL it is left in ret as a stream, and is not tried again once that has begun.
 */
bool registry_get(struct registry_session *session, const char *path, const char *accept,
                  struct strbuf *out, struct http_response *ret, struct error *err);

#endif
