/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_session.h"

#include <string.h>

#include "registry_refusal.h"
#include "registry_token.h"
#include "retry.h"
#include "xalloc.h"

struct registry_session {
    struct registry_endpoint *endpoint;
    struct http *http;
    struct http_url origin; /* of the registry, in the scheme that was asked last */
    struct stream *sent;
    int64_t retry_after; /* seconds that the last refusal asked for, -1: none */
};

struct registry_session *registry_session_new(struct registry_endpoint *endpoint)
{
    struct registry_session *s = xcalloc(1, sizeof *s);

    s->endpoint = endpoint;
    s->http = http_new(&endpoint->stopped);
    return s;
}

void registry_session_free(struct registry_session *s)
{
    if (!s)
        return;
    http_free(s->http);
    stream_close(s->sent);
    http_url_release(&s->origin);
    free(s);
}

static bool refuse(struct registry_session *s, struct http_response *response, struct error *err)
{
    s->retry_after = http_retry_after(response);
    /* Other threads would only be told the same. */
    if (response->status == 429 || (response->status == 503 && s->retry_after > 0))
        registry_endpoint_pause(s->endpoint, s->retry_after >= 0 ? s->retry_after : 1);
    return registry_refusal(response, err);
}

/* ---- asked once ---- */

/* A request on its way, and where it has come to. */
struct trip {
    const struct registry_request *request;
    const char *authorization;
    struct http_way way;
    struct http_url url;
    bool away; /* the answer is another server's */
};

static struct http_request as_http(const struct trip *trip, struct stream *sent)
{
    const struct registry_request *r = trip->request;

    return (struct http_request){.method = r->method,
                                 .accept = r->accept,
                                 .authorization = trip->authorization,
                                 .seconds = r->large ? 0 : LIMIT_SMALL_ANSWER_SECONDS,
                                 .answer_seconds = r->answer_seconds,
                                 .first = r->first,
                                 .sent = sent,
                                 .sent_size = r->sent_size,
                                 .sent_type = r->sent_type,
                                 .sent_range = r->sent_range};
}

/* Opens what is sent, and keeps it until the next request. */
static bool open_sent(struct registry_session *s, const struct registry_request *r,
                      struct error *err)
{
    stream_close(STEAL(s->sent));
    s->sent = r->open_sent ? r->open_sent(r->context, err) : NULL;
    return s->sent || !r->open_sent;
}

static struct http_way way_to_registry(struct registry_session *s)
{
    struct registry_endpoint *e = s->endpoint;

    return (struct http_way){.http = s->http,
                             .origin = &s->origin,
                             .place = registry_endpoint_place(e),
                             .reach = REACH_ALL,
                             .insecure = e->insecure,
                             .tls = &e->tls};
}

static bool find_way(struct registry_session *s, const char *scheme, struct trip *trip,
                     struct error *err)
{
    const struct registry_endpoint *e = s->endpoint;
    const struct registry_request *r = trip->request;
    CLEANUP(cleanup_free) char *root = xasprintf("%s://%s/v2/", scheme, e->address);
    CLEANUP(cleanup_free)
    char *path = r->path ? xasprintf("/v2/%s/%s", e->repository, r->path) : NULL;

    trip->way = way_to_registry(s);
    if (!http_url_parse(NULL, root, &s->origin, err) ||
        !http_url_parse(root, path ? path : r->url, &trip->url, err) ||
        (r->digest && !http_url_add_query(&trip->url, "digest", r->digest, err)) ||
        (r->path && e->mirrored && !http_url_add_query(&trip->url, "ns", e->mirrored, err)))
        return false;
    if (strcmp(scheme, "https") == 0 && strcmp(trip->url.scheme, "https") != 0)
        return error_set(err, ERROR_MALFORMED, "refused to send to '%s', which is plain HTTP",
                         QUOTE(trip->url.host));
    return http_way_allows(&trip->way, &trip->url, err);
}

/*
 * Who was sent on to another server that wants a token is nobody there: it is
 * fetched without a login, for this one request (RFC 9110, 11.6.2).
 */
static bool ask_as_stranger(struct trip *trip, struct http_response *ret, struct error *err)
{
    CHALLENGE_AUTO(challenge);
    HTTP_URL_AUTO(origin);
    struct http_way way = {.http = trip->way.http,
                           .origin = &origin,
                           .place = ret->place,
                           .reach = host_reach_from(trip->way.place)};
    struct token_request wanted = {.way = &way, .challenge = &challenge};
    struct bearer_token token = {0};
    bool done;

    if (!www_authenticate_parse(span_string(ret->www_authenticate), &challenge, err))
        return false;
    if (challenge.scheme != CHALLENGE_BEARER)
        return true;
    if (challenge.scope)
        wanted = (struct token_request){&way, &challenge, (const char *const *)&challenge.scope, 1,
                                        NULL};
    done = http_url_parse(NULL, trip->url.text, &origin, err) &&
           registry_token_fetch(&wanted, &token, err);
    if (done) {
        trip->authorization = token.authorization;
        done = http_follow(&way, &trip->url, as_http(trip, NULL), ret, err);
        trip->authorization = NULL;
    }
    bearer_token_release(&token);
    return done;
}

static bool depart(struct registry_session *s, const char *scheme, struct trip *trip,
                   struct http_response *ret, struct error *err)
{
    /* What an answer to what was sent before may still read goes first. */
    http_response_release(ret);
    return find_way(s, scheme, trip, err) && open_sent(s, trip->request, err) &&
           http_follow(&trip->way, &trip->url, as_http(trip, s->sent), ret, err);
}

static bool travel(struct registry_session *s, const char *scheme, struct trip *trip,
                   struct http_response *ret, struct error *err)
{
    struct error failure = {0};

    /* The registry has not seen the request: it is made once more, on a new connection. */
    if (!depart(s, scheme, trip, ret, &failure) &&
        !(ret->was_closed && depart(s, scheme, trip, ret, err)))
        return error_set(err, failure.kind, "%s", failure.message);
    registry_endpoint_set_scheme(s->endpoint, scheme);
    registry_endpoint_note_place(s->endpoint, trip->way.place);
    trip->away = !http_url_same_origin(&trip->url, &s->origin);
    return !trip->away || ret->status != 401 || trip->request->open_sent ||
           ask_as_stranger(trip, ret, err);
}

static bool explain_no_tls(const struct http_response *response, struct error *err)
{
    if (response->no_tls)
        error_prefix(err, "no TLS (--tls-verify=false is for registries of plain HTTP)");
    return false;
}

/* HTTPS, or, as docker and podman do where TLS need not be verified, plain HTTP when that is what it speaks. */
static bool find_scheme(struct registry_session *s, struct trip *trip, struct http_response *ret,
                        struct error *err)
{
    struct error over_tls = {0};
    const char *known;

    if (travel(s, "https", trip, ret, &over_tls))
        return true;
    /* Another thread may have found out meanwhile. */
    known = registry_endpoint_scheme(s->endpoint);
    if (s->endpoint->insecure && (ret->no_tls || ret->no_connection) &&
        (!known || strcmp(known, "http") == 0))
        return travel(s, "http", trip, ret, err);
    error_set(err, over_tls.kind, "%s", over_tls.message);
    return explain_no_tls(ret, err);
}

/* ret_away: the answer is another server's. */
static bool ask(struct registry_session *s, const struct registry_request *request,
                const char *authorization, struct http_response *ret, bool *ret_away,
                struct error *err)
{
    struct trip trip = {.request = request, .authorization = authorization};
    const char *scheme = registry_endpoint_scheme(s->endpoint);
    bool done = scheme ? travel(s, scheme, &trip, ret, err) : find_scheme(s, &trip, ret, err);

    *ret_away = trip.away;
    http_url_release(&trip.url);
    return done;
}

/* ---- with a login ---- */

/* Some registries say what they want only here, and answer all else with a bare 401. */
static bool ask_for_challenge(struct registry_session *s, struct challenge *ret, struct error *err)
{
    const struct registry_request root = {.url = "/v2/"};
    HTTP_RESPONSE_AUTO(response);
    bool away;

    return ask(s, &root, NULL, &response, &away, err) &&
           (response.status != 401 || away ||
            www_authenticate_parse(span_string(response.www_authenticate), ret, err));
}

static bool lacks_scope(const struct challenge *challenge)
{
    return challenge->error && strcmp(challenge->error, "insufficient_scope") == 0;
}

/*
 * After a 401: gets what it wants.  False with err set when that is not to be had.  own: what was refused had
 * been got for this request, so that another one helps only who says that it lacks something.
 */
static bool authenticate(struct registry_session *s, const char *used, bool *own,
                         struct http_response *response, struct error *err)
{
    CHALLENGE_AUTO(challenge);
    struct http_way way = way_to_registry(s);
    const char *header = response->www_authenticate;
    struct error said = {0};
    struct error why = {0};

    /* The session is asked again below: nothing of this answer may be under way then. */
    refuse(s, response, &said);
    stream_close(STEAL(response->body));
    if (!www_authenticate_parse(span_string(header), &challenge, err) ||
        (!header && !ask_for_challenge(s, &challenge, err)))
        return false;
    if (challenge.scheme == CHALLENGE_NONE ||
        (*own && challenge.scheme == CHALLENGE_BEARER && !lacks_scope(&challenge)))
        return error_set(err, said.kind, "%s", said.message);
    if (registry_auth_renew(s->endpoint->auth, &way, &challenge, used, own, &why))
        return true;
    /* Without a token server that said no, what the registry itself says is told. */
    if (challenge.scheme != CHALLENGE_BASIC || why.kind != ERROR_PERMISSION)
        return error_set(err, why.kind, "%s", why.message);
    error_set(err, said.kind, "%s", said.message);
    return error_prefix(err, "%s", why.message);
}

static bool try_once(struct registry_session *s, const struct registry_request *request,
                     struct strbuf *out, struct http_response *ret, struct error *err)
{
    bool own = false;

    registry_endpoint_await(s->endpoint);
    for (int n = 1;; n++) {
        CLEANUP(cleanup_secret) char *used = registry_auth_value(s->endpoint->auth);
        bool away;

        if (!ask(s, request, used, ret, &away, err))
            return false;
        if (ret->status != 401 || away || n == LIMIT_LOGINS)
            break;
        if (!authenticate(s, used, &own, ret, err))
            return false;
    }
    if (ret->warning)
        registry_endpoint_note_warning(s->endpoint, span_string(ret->warning));
    if (ret->status < 200 || ret->status > 299)
        return refuse(s, ret, err);
    return !out || stream_read_all(ret->body, out, "the answer", err);
}

/* Seconds. Where nothing has answered yet, the name may be wrong, and somebody waits to be told. */
static long patience(struct registry_endpoint *e)
{
    if (registry_endpoint_scheme(e) || e->retry_seconds < LIMIT_FIRST_RETRY_SECONDS)
        return e->retry_seconds;
    return LIMIT_FIRST_RETRY_SECONDS;
}

bool registry_ask(struct registry_session *s, const struct registry_request *request,
                  struct strbuf *out, struct http_response *ret, struct error *err)
{
    struct retry retry = {.seconds = request->once ? 0 : patience(s->endpoint),
                          .stop = &s->endpoint->stopped};
    size_t before = out ? out->len : 0;
    struct error failure = {0};

    for (s->retry_after = -1; !try_once(s, request, out, ret, &failure); s->retry_after = -1) {
        if (failure.kind != ERROR_TRY_AGAIN || !retry_wait(&retry, s->retry_after)) {
            error_set(err, failure.kind, "%s", failure.message);
            if (retry.failures > 1)
                error_prefix(err, "after %d tries", retry.failures);
            return error_prefix(err, "registry '%s', repository '%s'", QUOTE(s->endpoint->address),
                                QUOTE(s->endpoint->repository));
        }
        error_clear(&failure);
        if (out)
            strbuf_truncate(out, before);
    }
    return true;
}
