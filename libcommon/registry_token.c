/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_token.h"

#include <string.h>
#include <time.h>

#include "base64.h"
#include "registry_refusal.h"
#include "xalloc.h"

#define CLIENT_ID "build-analysis"
/* A form with an identity token, which may be as large as a header. */
#define LIMIT_FORM (4 * LIMIT_HTTP_HEADER)

static int64_t seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

char *registry_basic(const struct login *login)
{
    CLEANUP(cleanup_secret) char *pair = xasprintf("%s:%s", login->user, login->password);
    STRBUF_AUTO(encoded, LIMIT_HTTP_HEADER);
    char *value;

    base64_encode(span_string(pair), &encoded);
    value = xasprintf("Basic %s", encoded.data);
    explicit_bzero(encoded.data, encoded.len);
    return value;
}

/* ---- whom to ask ---- */

static bool find_realm(const struct token_request *request, struct http_url *ret, struct error *err)
{
    const struct http_way *way = request->way;
    const char *realm = request->challenge->realm;

    if (!realm)
        return error_set(err, ERROR_MALFORMED, "the challenge names no realm");
    if (!http_url_parse(way->origin->text, realm, ret, err) || !http_way_allows(way, ret, err))
        return false;
    if (strcmp(ret->scheme, "https") == 0)
        return true;
    /* A login goes in the clear only where the user, or the registry itself, is in the clear already. */
    return (strcmp(ret->host, way->origin->host) == 0 &&
            (way->insecure || strcmp(way->origin->scheme, "http") == 0)) ||
           error_set(err, ERROR_MALFORMED, "'%s' is no https URL", QUOTE(realm));
}

/* The way to the token server itself; what the user said of the registry holds for its host. */
static bool ask_realm(const struct token_request *request, struct http_url *url,
                      struct http_request how, struct http_response *ret, struct error *err)
{
    HTTP_URL_AUTO(origin);
    struct http_way way = *request->way;
    bool same_host = strcmp(url->host, way.origin->host) == 0;

    if (!http_url_parse(NULL, url->text, &origin, err))
        return false;
    if (!same_host)
        way = (struct http_way){.http = way.http, .reach = host_reach_from(way.place)};
    way.origin = &origin;
    how.seconds = LIMIT_SMALL_ANSWER_SECONDS;
    return http_follow(&way, url, how, ret, err);
}

/* ---- GET ---- */

static bool add_scopes(const struct token_request *request, struct http_url *url, struct error *err)
{
    for (size_t i = 0; i < request->scope_count; i++)
        if (!http_url_add_query(url, "scope", request->scopes[i], err))
            return false;
    return true;
}

static bool get_token(const struct token_request *request, const struct http_url *realm,
                      struct http_response *ret, struct error *err)
{
    const char *service = request->challenge->service;
    const char *user = request->login ? request->login->user : NULL;
    CLEANUP(cleanup_secret) char *basic = user ? registry_basic(request->login) : NULL;
    struct http_request how = {.authorization = basic};
    HTTP_URL_AUTO(url);

    return http_url_parse(NULL, realm->text, &url, err) &&
           (!service || http_url_add_query(&url, "service", service, err)) &&
           (!user || http_url_add_query(&url, "account", user, err)) &&
           add_scopes(request, &url, err) && ask_realm(request, &url, how, ret, err);
}

/* ---- POST ---- */

struct form {
    struct strbuf text;
    struct stream *sent;
};

static void form_release(struct form *form)
{
    stream_close(form->sent);
    explicit_bzero(form->text.data, form->text.len);
    strbuf_release(&form->text);
}

static void write_form(const struct token_request *request, struct strbuf *form)
{
    STRBUF_AUTO(scopes, LIMIT_HTTP_HEADER);

    for (size_t i = 0; i < request->scope_count; i++)
        strbuf_addf(&scopes, "%s%s", i ? " " : "", request->scopes[i]);
    http_form_add(form, "grant_type", "refresh_token");
    http_form_add(form, "client_id", CLIENT_ID);
    if (request->challenge->service)
        http_form_add(form, "service", request->challenge->service);
    http_form_add(form, "scope", scopes.data);
    http_form_add(form, "refresh_token", request->login->identity_token);
}

/* form, which it fills, outlives the answer. */
static bool post_token(const struct token_request *request, const struct http_url *realm,
                       struct form *form, struct http_response *ret, struct error *err)
{
    HTTP_URL_AUTO(url);

    write_form(request, &form->text);
    if (strbuf_overflowed(&form->text))
        return error_set(err, ERROR_CONFIGURATION, "the identity token is too long");
    form->sent = stream_of_span(strbuf_span(&form->text));
    const struct http_request how = {.method = HTTP_POST,
                                     .sent = form->sent,
                                     .sent_size = form->text.len,
                                     .sent_type = "application/x-www-form-urlencoded"};
    return http_url_parse(NULL, realm->text, &url, err) && ask_realm(request, &url, how, ret, err);
}

/* ---- its answer ---- */

static bool take_answer(struct http_response *response, struct bearer_token *ret, struct error *err)
{
    STRBUF_AUTO(answer, LIMIT_TOKEN_ANSWER);
    bool done;

    if (response->status != 200)
        return registry_refusal(response, err);
    done = stream_read_all(response->body, &answer, "token answer", err) &&
           bearer_token_parse(strbuf_span(&answer), seconds_now(), ret, err);
    explicit_bzero(answer.data, answer.len);
    return done;
}

/* Servers that are older than OAuth2 in registries know no POST. */
static bool knows_no_post(const struct http_response *response)
{
    return response->status == 404 || response->status == 405;
}

static bool fetch(const struct token_request *request, const struct http_url *realm,
                  struct bearer_token *ret, struct error *err)
{
    __attribute__((cleanup(form_release))) struct form form = {0};
    HTTP_RESPONSE_AUTO(response);
    bool by_post = request->login && request->login->identity_token;

    strbuf_init(&form.text, LIMIT_FORM);
    if (by_post && !post_token(request, realm, &form, &response, err))
        return false;
    if (by_post && !knows_no_post(&response))
        return take_answer(&response, ret, err);
    http_response_release(&response);
    return get_token(request, realm, &response, err) && take_answer(&response, ret, err);
}

bool registry_token_fetch(const struct token_request *request, struct bearer_token *ret,
                          struct error *err)
{
    HTTP_URL_AUTO(realm);

    if (!find_realm(request, &realm, err))
        return error_prefix(err, "token server refused");
    return fetch(request, &realm, ret, err) ||
           error_prefix(err, "token server '%s'", QUOTE(realm.host));
}
