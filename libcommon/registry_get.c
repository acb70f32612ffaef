/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_get.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "bearer_token.h"
#include "private_host.h"
#include "registry_refusal.h"
#include "www_authenticate.h"
#include "xalloc.h"

/* Milliseconds before the second try; doubled for each further one. */
#define FIRST_PAUSE 500

struct registry_session {
    struct http *http;
    char *host; /* with its port */
    char *repository;
    bool plain_http;
    bool scheme_known; /* the registry has answered over scheme */
    const char *scheme;
    struct http_url origin; /* of the registry */
    struct bearer_token token;
    long retry_after; /* seconds that the last refusal asked for, -1: none */
};

struct registry_session *registry_session_new(const char *host, const char *repository,
                                              bool plain_http)
{
    struct registry_session *s = xcalloc(1, sizeof *s);

    s->http = http_new();
    s->host = xstrdup(host);
    s->repository = xstrdup(repository);
    s->plain_http = plain_http;
    s->scheme = "https";
    return s;
}

void registry_session_free(struct registry_session *s)
{
    if (!s)
        return;
    http_free(s->http);
    http_url_release(&s->origin);
    bearer_token_release(&s->token);
    free(s->host);
    free(s->repository);
    free(s);
}

static int64_t seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* Only small numbers of seconds are waited for; dates and junk ("454.8µs" was seen) are none. */
static long retry_after_of(const struct http_response *response)
{
    uint64_t seconds;

    if (!span_to_uint64(span_string(response->retry_after), &seconds))
        return -1;
    return seconds > LIMIT_TOKEN_LIFE ? LIMIT_TOKEN_LIFE : (long)seconds;
}

static bool refuse(struct registry_session *s, struct http_response *response, struct error *err)
{
    s->retry_after = retry_after_of(response);
    return registry_refusal(response, err);
}

/* ---- where a request may go ---- */

static bool check_place(const struct registry_session *s, const struct http_url *to,
                        struct error *err)
{
    if (host_may_lead_to(s->origin.host, to->host))
        return true;
    return error_set(err, ERROR_MALFORMED, "it points to '%s', which is no public address",
                     QUOTE(to->host));
}

/* Moves url to where the redirect points. */
static bool take_redirect(const struct registry_session *s, struct http_url *url,
                          const struct http_response *response, struct error *err)
{
    HTTP_URL_AUTO(next);
    struct http_url before = *url;

    if (!response->location)
        return error_set(err, ERROR_MALFORMED, "a redirect (HTTP status %ld) that names no place",
                         response->status);
    if (!http_url_parse(url->text, response->location, &next, err) || !check_place(s, &next, err))
        return error_prefix(err, "refused to follow a redirect");
    if (strcmp(url->scheme, "https") == 0 && strcmp(next.scheme, "https") != 0)
        return error_set(err, ERROR_MALFORMED,
                         "refused to follow a redirect from HTTPS to plain HTTP at '%s'",
                         QUOTE(next.host));
    *url = next;
    next = before;
    return true;
}

static bool is_redirect(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/*
 * GETs url and what it redirects to, and moves url along.  Authorization goes to the origin of url
 * and no further.  Only the registry itself may be unverified, and only when the user said so.
 */
static bool follow(struct registry_session *s, struct http_url *url, struct http_request request,
                   struct http_response *ret, struct error *err)
{
    HTTP_URL_AUTO(before);

    for (int n = 0; n <= LIMIT_REDIRECTS; n++) {
        http_response_release(ret);
        request.url = url;
        request.insecure = s->plain_http && strcmp(url->host, s->origin.host) == 0;
        if (!http_ask(s->http, &request, ret, err))
            return false;
        s->scheme_known = true;
        if (!is_redirect(ret->status))
            return true;
        if (!http_url_parse(NULL, url->text, &before, err) || !take_redirect(s, url, ret, err))
            return false;
        if (!http_url_same_origin(&before, url))
            request.authorization = NULL;
    }
    return error_set(err, ERROR_MALFORMED, "more than %d redirects", LIMIT_REDIRECTS);
}

/* ---- the registry ---- */

struct question {
    const char *path; /* below /v2/ */
    const char *accept;
    long seconds;
};

/* ret_away: the answer is another server's. */
static bool ask_over(struct registry_session *s, const char *scheme, const struct question *q,
                     struct http_response *ret, bool *ret_away, struct error *err)
{
    CLEANUP(cleanup_free) char *text = xasprintf("%s://%s/v2/%s", scheme, s->host, q->path);
    struct http_request request = {.accept = q->accept,
                                   .authorization = s->token.authorization,
                                   .seconds = q->seconds};
    HTTP_URL_AUTO(url);
    bool done = http_url_parse(NULL, text, &s->origin, err) &&
                http_url_parse(NULL, text, &url, err) && follow(s, &url, request, ret, err);

    *ret_away = done && !http_url_same_origin(&url, &s->origin);
    return done;
}

static bool explain_no_tls(const struct registry_session *s, const struct http_response *response,
                           struct error *err)
{
    if (response->no_tls && !s->scheme_known)
        error_prefix(err, "no TLS (--tls-verify=false is for registries of plain HTTP)");
    return false;
}

/* HTTPS, or, as docker and podman do where TLS need not be verified, plain HTTP when that is what it speaks. */
static bool ask(struct registry_session *s, const struct question *q, struct http_response *ret,
                bool *ret_away, struct error *err)
{
    struct error over_tls = {0};
    bool done;

    if (s->scheme_known || !s->plain_http)
        return ask_over(s, s->scheme, q, ret, ret_away, err) || explain_no_tls(s, ret, err);
    if (ask_over(s, "https", q, ret, ret_away, &over_tls))
        return true;
    if (s->scheme_known || !(ret->no_tls || ret->no_connection))
        return error_set(err, over_tls.kind, "%s", over_tls.message);
    done = ask_over(s, "http", q, ret, ret_away, err);
    if (s->scheme_known)
        s->scheme = "http";
    return done;
}

/* ---- its tokens ---- */

static bool make_token_url(const struct registry_session *s, const struct challenge *challenge,
                           struct http_url *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *scope = xasprintf("repository:%s:pull", s->repository);

    if (!challenge->realm)
        return error_set(err, ERROR_MALFORMED, "the challenge names no realm");
    if (!http_url_parse(s->origin.text, challenge->realm, ret, err) || !check_place(s, ret, err))
        return false;
    if (!s->plain_http && strcmp(ret->scheme, "https") != 0)
        return error_set(err, ERROR_MALFORMED, "'%s' is no https URL", QUOTE(challenge->realm));
    return (!challenge->service || http_url_add_query(ret, "service", challenge->service, err)) &&
           http_url_add_query(ret, "scope", scope, err);
}

static bool fetch_token(struct registry_session *s, const struct challenge *challenge,
                        struct error *err)
{
    STRBUF_AUTO(answer, LIMIT_TOKEN_ANSWER);
    HTTP_URL_AUTO(url);
    HTTP_RESPONSE_AUTO(response);
    struct http_request request = {.seconds = LIMIT_SMALL_ANSWER_SECONDS};

    bearer_token_release(&s->token);
    if (!make_token_url(s, challenge, &url, err))
        return error_prefix(err, "token server refused");
    if (!follow(s, &url, request, &response, err))
        return error_prefix(err, "token server '%s'", QUOTE(url.host));
    if (response.status != 200) {
        refuse(s, &response, err);
        return error_prefix(err, "token server '%s'", QUOTE(url.host));
    }
    return stream_read_all(response.body, &answer, "token answer", err) &&
           bearer_token_parse(strbuf_span(&answer), seconds_now(), &s->token, err);
}

/* Some registries say what they want only here, and answer all else with a bare 401. */
static bool ask_for_challenge(struct registry_session *s, struct challenge *ret, struct error *err)
{
    const struct question root = {.path = "", .seconds = LIMIT_SMALL_ANSWER_SECONDS};
    HTTP_RESPONSE_AUTO(response);
    bool away;

    return ask(s, &root, &response, &away, err) &&
           (response.status != 401 || away ||
            www_authenticate_parse(span_string(response.www_authenticate), ret, err));
}

/* After a 401: gets a token, when that is what it wants. False with err set for all that it may want else. */
static bool authenticate(struct registry_session *s, struct http_response *response,
                         struct error *err)
{
    CHALLENGE_AUTO(challenge);

    bearer_token_release(&s->token);
    if (!www_authenticate_parse(span_string(response->www_authenticate), &challenge, err))
        return false;
    if (challenge.scheme == CHALLENGE_NONE && !response->www_authenticate &&
        !ask_for_challenge(s, &challenge, err))
        return false;
    if (challenge.scheme == CHALLENGE_BEARER)
        return fetch_token(s, &challenge, err);
    refuse(s, response, err);
    if (challenge.scheme == CHALLENGE_BASIC)
        error_prefix(err, "it wants a user and a password, which this version cannot give");
    return false;
}

/* ---- tries ---- */

static bool try_once(struct registry_session *s, const struct question *q, struct strbuf *out,
                     struct http_response *ret, struct error *err)
{
    bool away;

    if (s->token.authorization && s->token.expires <= seconds_now())
        bearer_token_release(&s->token);
    if (!ask(s, q, ret, &away, err))
        return false;
    if (ret->status == 401 && !away && (!authenticate(s, ret, err) || !ask(s, q, ret, &away, err)))
        return false;
    if (ret->status != 200)
        return refuse(s, ret, err);
    return !out || stream_read_all(ret->body, out, "the answer", err);
}

/* Up to a quarter more, so that many of us do not come back at the same time. */
static long with_jitter(long milliseconds)
{
    unsigned char byte = 0;

    /* Without entropy there is no jitter, which does no harm. */
    (void)!getrandom(&byte, sizeof byte, GRND_NONBLOCK);
    return milliseconds + milliseconds * byte / 1020;
}

static void pause_before(int try_number, long retry_after)
{
    long milliseconds =
        with_jitter(retry_after >= 0 ? retry_after * 1000 : (long)FIRST_PAUSE << (try_number - 1));
    struct timespec left = {milliseconds / 1000, milliseconds % 1000 * 1000000};

    while (nanosleep(&left, &left) != 0)
        ;
}

bool registry_get(struct registry_session *s, const char *path, const char *accept,
                  struct strbuf *out, struct http_response *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *whole = xasprintf("%s/%s", s->repository, path);
    const struct question q = {whole, accept, out ? LIMIT_SMALL_ANSWER_SECONDS : 0};
    size_t before = out ? out->len : 0;

    for (int n = 1;; n++) {
        struct error failure = {0};

        s->retry_after = -1;
        if (try_once(s, &q, out, ret, &failure))
            return true;
        if (failure.kind != ERROR_TRY_AGAIN || n >= LIMIT_HTTP_TRIES ||
            s->retry_after > LIMIT_RETRY_AFTER) {
            error_set(err, failure.kind, "%s", failure.message);
            if (n > 1)
                error_prefix(err, "after %d tries", n);
            return error_prefix(err, "registry '%s'", QUOTE(s->host));
        }
        if (out)
            strbuf_truncate(out, before);
        pause_before(n, s->retry_after);
    }
}
