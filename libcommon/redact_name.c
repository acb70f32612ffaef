/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names hold secrets. */
#include "redact.h"
#include "redact_token.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The next part of a name: "dbPassword" has "db" and "Password", "API_KEY" "API" and "KEY". */
static bool next_word(struct span *rest, struct span *ret_word)
{
    size_t n = 0;

    while (rest->len && !byte_is_alnum(rest->data[0]))
        *rest = span_skip(*rest, 1);
    while (n < rest->len && byte_is_alnum(rest->data[n])) {
        if (n && is_upper(rest->data[n]) && is_lower(rest->data[n - 1]))
            break;
        n++;
    }
    *ret_word = span_head(*rest, n);
    *rest = span_skip(*rest, n);
    return n > 0;
}

static bool is_one_of(struct span word, const char *const *list)
{
    if (word.len > 4 && (word.data[word.len - 1] == 's' || word.data[word.len - 1] == 'S') &&
        word.data[word.len - 2] != 's' && word.data[word.len - 2] != 'S')
        word.len--; /* the plural */
    for (; *list; list++) {
        if (word.len && (word.data[0] | 0x20) == **list &&
            span_equal_nocase(word, span_string(*list)))
            return true;
    }
    return false;
}

/* "PGPASSWORD" ends with "password". */
static bool ends_with_one_of(struct span word, const char *const *ends)
{
    for (; *ends; ends++) {
        struct span want = span_string(*ends);

        if (word.len > want.len && (word.data[word.len - 1] | 0x20) == want.data[want.len - 1] &&
            span_equal_nocase(span_skip(word, word.len - want.len), want))
            return true;
    }
    return false;
}

bool redact_name_is_secret(struct span name)
{
    static const char *const whole[] = {"password",  "passwd",        "passphrase", "pass",
                                        "secret",    "token",         "credential", "auth",
                                        "apikey",    "accesskey",     "privatekey", "secretkey",
                                        "authtoken", "authorization", NULL};
    static const char *const ends[] = {"password", "passwd", "passphrase", "secret", NULL};
    static const char *const before_key[] = {"api",     "access",     "private", "secret", "master",
                                             "signing", "encryption", "account", NULL};
    static const char *const key[] = {"key", NULL};
    static const char *const pwd[] = {"pwd", NULL};
    static const char *const amz[] = {"amz", NULL};
    static const char *const signature[] = {"signature", NULL};
    struct span word;
    struct span previous = {0};

    while (next_word(&name, &word)) {
        if (is_one_of(word, whole) || ends_with_one_of(word, ends))
            return true;
        if (is_one_of(word, key) && is_one_of(previous, before_key))
            return true;
        /* PWD alone is the working folder. */
        if (is_one_of(word, pwd) && previous.len)
            return true;
        if (is_one_of(word, signature) && is_one_of(previous, amz))
            return true;
        previous = word;
    }
    return false;
}

bool redact_name_is_password(struct span name)
{
    static const char *const whole[] = {"password",  "passwd",     "passphrase", "apikey",
                                        "accesskey", "privatekey", "secretkey",  NULL};
    static const char *const ends[] = {"password", "passwd", "passphrase", NULL};
    static const char *const before_key[] = {"api", "access", "private", "secret", NULL};
    static const char *const key[] = {"key", NULL};
    struct span previous = {0};
    struct span word;

    while (next_word(&name, &word)) {
        if (is_one_of(word, whole) || ends_with_one_of(word, ends) ||
            (is_one_of(word, key) && is_one_of(previous, before_key)))
            return true;
        previous = word;
    }
    return false;
}

size_t redact_append_assignment(struct strbuf *out, struct span assignment)
{
    size_t equals = span_find_byte(assignment, '=');
    struct span name = span_head(assignment, equals);
    struct span value = span_skip(assignment, equals + 1);

    if (equals >= assignment.len || !redact_name_is_secret(name) || !value.len)
        return redact_append(out, assignment);
    strbuf_add_span(out, span_head(assignment, equals + 1));
    strbuf_add_string(out, REDACTED);
    return 1;
}
