/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "www_authenticate.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "strbuf.h"

void challenge_release(struct challenge *challenge)
{
    free(challenge->realm);
    free(challenge->service);
    free(challenge->scope);
    free(challenge->error);
    *challenge = (struct challenge){0};
}

/* RFC 9110, 5.6.2; '/' and '=' are let through where token68 and careless servers need them. */
static bool is_token_byte(char c)
{
    return isalnum((unsigned char)c) || (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool is_loose_byte(char c)
{
    return (unsigned char)c > ' ' && c != ',' && c != '"' && c != 0x7f;
}

static struct span take_while(struct span *rest, bool (*is_wanted)(char))
{
    struct span start = *rest;
    size_t len = 0;

    while (len < start.len && is_wanted(start.data[len]))
        len++;
    *rest = span_skip(*rest, len);
    return span_head(start, len);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_blank_or_comma(char c)
{
    return is_blank(c) || c == ',';
}

/* rest stands behind the opening quote; moves it behind the closing one. */
static bool take_quoted(struct span *rest, struct strbuf *out)
{
    for (size_t i = 0; i < rest->len; i++) {
        char c = rest->data[i];

        if (c == '"') {
            *rest = span_skip(*rest, i + 1);
            return true;
        }
        if (c == '\\' && i + 1 < rest->len)
            c = rest->data[++i];
        if ((unsigned char)c < ' ' || c == 0x7f)
            return false;
        strbuf_add_byte(out, c);
    }
    return false;
}

static bool take_value(struct span *rest, struct strbuf *out)
{
    take_while(rest, is_blank);
    if (span_eat(rest, "\""))
        return take_quoted(rest, out);
    strbuf_add_span(out, take_while(rest, is_loose_byte));
    return true;
}

static void keep_parameter(struct challenge *ret, struct span name, struct strbuf *value)
{
    const struct {
        const char *name;
        char **place;
    } known[] = {{"realm", &ret->realm},
                 {"service", &ret->service},
                 {"scope", &ret->scope},
                 {"error", &ret->error}};

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (span_equal_nocase(name, span_string(known[i].name)) && !*known[i].place)
            *known[i].place = strbuf_detach(value);
}

/*
 * The parameters, up to the next challenge: a name without '=' that stands behind a
 * comma is the next scheme.  Without a comma it is a token68, which no scheme of ours has.
 */
static bool take_parameters(struct span *rest, struct challenge *ret)
{
    for (bool first = true; rest->len; first = false) {
        STRBUF_AUTO(value, LIMIT_HTTP_HEADER);
        struct span before = *rest;
        struct span separator = take_while(rest, is_blank_or_comma);
        bool comma = span_find_byte(separator, ',') < separator.len;
        struct span name = take_while(rest, is_token_byte);

        take_while(rest, is_blank);
        if (name.len && span_eat(rest, "=")) {
            if (!take_value(rest, &value))
                return false;
            keep_parameter(ret, name, &value);
            continue;
        }
        *rest = before;
        if (comma || !first)
            return comma || !span_trim(*rest).len;
        take_while(rest, is_blank);
        take_while(rest, is_loose_byte);
    }
    return true;
}

static enum challenge_scheme scheme_of(struct span name)
{
    if (span_equal_nocase(name, SPAN_LITERAL("bearer")))
        return CHALLENGE_BEARER;
    if (span_equal_nocase(name, SPAN_LITERAL("basic")))
        return CHALLENGE_BASIC;
    return CHALLENGE_NONE;
}

/* The first challenge of each scheme into found; those that nobody wants end in found[CHALLENGE_NONE]. */
static bool parse_all(struct span rest, struct challenge *found)
{
    for (;;) {
        enum challenge_scheme scheme;
        struct span name;

        take_while(&rest, is_blank_or_comma);
        if (!rest.len)
            return true;
        name = take_while(&rest, is_token_byte);
        scheme = scheme_of(name);
        if (found[scheme].scheme != CHALLENGE_NONE)
            scheme = CHALLENGE_NONE;
        if (!name.len || !take_parameters(&rest, &found[scheme]))
            return false;
        found[scheme].scheme = scheme;
    }
}

bool www_authenticate_parse(struct span header, struct challenge *ret, struct error *err)
{
    struct challenge found[CHALLENGE_BEARER + 1] = {0};
    enum challenge_scheme best = CHALLENGE_BEARER;
    bool done = parse_all(header, found);

    while (best != CHALLENGE_NONE && (!done || found[best].scheme == CHALLENGE_NONE))
        challenge_release(&found[best--]);
    challenge_release(&found[CHALLENGE_NONE]);
    *ret = found[best];
    for (enum challenge_scheme i = CHALLENGE_NONE; i < best; i++)
        challenge_release(&found[i]);
    return done || error_set(err, ERROR_MALFORMED, "WWW-Authenticate is not understood: '%s'",
                             quote_bytes(header.data, header.len).text);
}
