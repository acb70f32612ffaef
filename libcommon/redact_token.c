/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redact_token.h"

#include <string.h>

struct shape {
    const char *prefix;
    const char *more; /* what may follow beside letters and digits */
    size_t least;     /* how many of them */
};

/* Not formatted, as clang-format takes the braces of a literal in a macro for those of a block. */
/* clang-format off */
#define SHAPES(...) (const struct shape[]){__VA_ARGS__, {0}}
/* clang-format on */

/* The documented forms of the tokens that turn up in build logs, by their first letter. */
static const struct shape *const shapes[256] = {
    ['A'] = SHAPES({"AKIA", "", 16}, {"ASIA", "", 16}, {"AIza", "_-", 30}),
    ['S'] = SHAPES({"SG.", "_-.", 40}),
    ['d'] = SHAPES({"dckr_pat_", "_-", 16}),
    ['g'] = SHAPES({"ghp_", "_", 16}, {"gho_", "_", 16}, {"ghu_", "_", 16}, {"ghs_", "_", 16},
                   {"ghr_", "_", 16}, {"github_pat_", "_", 16}, {"glpat-", "_-.", 16}),
    ['h'] = SHAPES({"hf_", "", 30}),
    ['n'] = SHAPES({"npm_", "", 30}),
    ['p'] = SHAPES({"pypi-", "_-", 30}),
    ['r'] = SHAPES({"rk_live_", "", 16}),
    ['s'] = SHAPES({"sk-", "_-", 20}, {"sk_live_", "", 16}, {"sha256~", "_-", 30}),
    ['x'] = SHAPES({"xoxb-", "-", 10}, {"xoxa-", "-", 10}, {"xoxp-", "-", 10}, {"xoxr-", "-", 10},
                   {"xoxs-", "-", 10}),
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t run_length(struct span s, const char *more)
{
    size_t n = 0;

    while (n < s.len && (byte_is_alnum(s.data[n]) || (s.data[n] && strchr(more, s.data[n]))))
        n++;
    return n;
}

static bool has_digit(struct span s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (is_digit(s.data[i]))
            return true;
    }
    return false;
}

/*
 * What is no token is looked at again at its next letter: "sk-sk-sk-".  So only this much of it
 * decides; of the tokens in use none has more before its first digit, and no header is longer.
 */
#define MOST_BEFORE_DIGIT 256
#define LONGEST_HEADER 2048

/* A JSON Web Token (RFC 7519): header and payload are JSON objects in base64url. */
static size_t web_token_length(struct span text)
{
    struct span start = span_head(text, LONGEST_HEADER);

    if (text.data[0] != 'e' || !span_starts_with(text, "eyJ"))
        return 0;
    start = span_head(start, run_length(start, "_-."));
    return span_contains(start, ".eyJ") ? run_length(text, "_-.") : 0;
}

size_t redact_token_length(struct span text)
{
    if (text.len < 2)
        return 0;
    for (const struct shape *shape = shapes[(unsigned char)text.data[0]]; shape && shape->prefix;
         shape++) {
        struct span body = text;
        size_t n;

        if (text.data[1] != shape->prefix[1] || !span_eat(&body, shape->prefix))
            continue;
        n = run_length(span_head(body, MOST_BEFORE_DIGIT), shape->more);
        if (n < shape->least || !has_digit(span_head(body, n)))
            return 0;
        return text.len - body.len + run_length(body, shape->more);
    }
    return web_token_length(text);
}

size_t redact_credential_length(struct span text, size_t *ret_scheme)
{
    size_t scheme = 0;
    struct span value;

    if (!text.len || (text.data[0] | 0x20) != 'b')
        return 0;
    if (span_equal_nocase(span_head(text, 7), SPAN_LITERAL("bearer ")))
        scheme = 7;
    else if (span_equal_nocase(span_head(text, 6), SPAN_LITERAL("basic ")))
        scheme = 6;
    if (!scheme)
        return 0;
    value = span_skip(text, scheme);
    value = span_head(value, run_length(value, "+/=_-.~"));
    /* "basic support for": words are no credentials. */
    if (value.len < 8 || (value.len < 20 && !has_digit(value) && !span_ends_with(value, "=")))
        return 0;
    *ret_scheme = scheme;
    return value.len;
}
