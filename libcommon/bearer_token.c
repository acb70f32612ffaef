/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bearer_token.h"

#include <string.h>

#include "json_in.h"
#include "login.h"
#include "xalloc.h"

/* The specification's default, and its least: shorter ones would end within one image. */
#define LEAST_SECONDS 60

void bearer_token_release(struct bearer_token *token)
{
    secret_free(token->authorization);
    secret_free(token->refresh);
    *token = (struct bearer_token){0};
}

/* A line break in it would add headers of the sender's choice to our requests. */
static bool is_fit_for_header(struct span token)
{
    for (size_t i = 0; i < token.len; i++)
        if (token.data[i] <= ' ' || token.data[i] > '~')
            return false;
    return token.len > 0 && token.len <= LIMIT_HTTP_HEADER;
}

static int64_t life_of(const json_t *answer)
{
    int64_t seconds = json_in_int_or(answer, "expires_in", LEAST_SECONDS);

    if (seconds < LEAST_SECONDS)
        return LEAST_SECONDS;
    return seconds > LIMIT_TOKEN_LIFE ? LIMIT_TOKEN_LIFE : seconds;
}

bool bearer_token_parse(struct span answer, int64_t now, struct bearer_token *ret,
                        struct error *err)
{
    CLEANUP(cleanup_json) json_t *parsed = json_in_parse_secret(answer, "token answer", err);
    struct span token;

    bearer_token_release(ret);
    if (!parsed)
        return false;
    token = json_in_span_or_empty(parsed, "token");
    if (!token.len)
        token = json_in_span_or_empty(parsed, "access_token");
    if (!is_fit_for_header(token))
        return error_set(err, ERROR_MALFORMED, "the token answer holds no usable token");
    ret->authorization = xasprintf("Bearer %.*s", SPAN_ARG(token));
    ret->expires = now + life_of(parsed);
    token = json_in_span_or_empty(parsed, "refresh_token");
    if (is_fit_for_header(token))
        ret->refresh = xmemdup0(token.data, token.len);
    return true;
}
