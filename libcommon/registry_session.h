/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One request of a registry's API (distribution-spec), as often as it takes: the scheme is found out,
 * redirects are followed, the login or token that is asked for is got, what may pass is tried again.
 *
 * A session keeps connections open, and is one thread's; what many of them share is the
 * endpoint, which must outlive them.  Errors are those of registry.h, with the registry named and
 * its own words.
 */
#ifndef REGISTRY_SESSION_H
#define REGISTRY_SESSION_H

#include "registry_endpoint.h"
#include "strbuf.h"

struct registry_session;

/* What is sent, from its start; called for each try. NULL with err set. */
typedef struct stream *registry_open_sent(void *context, struct error *err);

struct registry_request {
    enum http_method method;
    const char *path;              /* below the repository: "manifests/latest" */
    const char *url;               /* or, when that is NULL, what a Location said */
    const char *digest;            /* added to its query as "digest", or NULL */
    const char *accept;            /* NULL: anything */
    uint64_t first;                /* of GET: from this byte on */
    bool large;                    /* takes as long as bytes keep moving */
    long answer_seconds;           /* http.h */
    bool once;                     /* is not tried again */
    registry_open_sent *open_sent; /* NULL: nothing is sent */
    void *context;
    uint64_t sent_size;
    const char *sent_type;
    const char *sent_range;
};

/* Nothing is asked yet. Never NULL. */
struct registry_session *registry_session_new(struct registry_endpoint *endpoint);
void registry_session_free(struct registry_session *session);
DEFINE_CLEANUP(cleanup_registry_session, struct registry_session *, registry_session_free)

/*
 * True means a status of 200 to 299.  The body is appended to out; when out is NULL it is left
 * in ret as a stream, and is not tried again once that has begun.  ret is released before the next
 * request, and holds the status after a refusal, too.
 */
bool registry_ask(struct registry_session *session, const struct registry_request *request,
                  struct strbuf *out, struct http_response *ret, struct error *err);

#endif
