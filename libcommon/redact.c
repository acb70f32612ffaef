/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redact.h"

#include <string.h>

/*
 * One pass from left to right.  At each place where a word may start, the
 * matchers are asked in turn; the first that knows the place appends what may
 * stay, appends REDACTED, and moves on.  None looks further than it consumes but
 * for one bounded word, so that the work is linear.
 */
struct scan {
    struct strbuf *out;
    struct span text;
    size_t at;
    size_t masked;
};

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_upper(c) || is_lower(c) || is_digit(c);
}

static bool is_name(char c)
{
    return is_alnum(c) || c == '_' || c == '-' || c == '.';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* The byte at i, or '\n' beyond the end: nothing that is looked for goes past a line. */
static char byte_at(struct span s, size_t i)
{
    return i < s.len ? s.data[i] : '\n';
}

/* ---- names ---- */

/* The next part of a name: "dbPassword" has "db" and "Password", "API_KEY" "API" and "KEY". */
static bool next_word(struct span *rest, struct span *ret_word)
{
    size_t n = 0;

    while (rest->len && !is_alnum(rest->data[0]))
        *rest = span_skip(*rest, 1);
    while (n < rest->len && is_alnum(rest->data[n])) {
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
        if (span_equal_nocase(word, span_string(*list)))
            return true;
    }
    return false;
}

bool redact_name_is_secret(struct span name)
{
    static const char *const whole[] = {"password", "passwd",     "passphrase", "pass",
                                        "secret",   "token",      "credential", "auth",
                                        "apikey",   "accesskey",  "privatekey", "secretkey",
                                        "authtoken", "authorization", NULL};
    static const char *const before_key[] = {"api", "access", "private", "secret", NULL};
    static const char *const key[] = {"key", NULL};
    struct span word;
    struct span previous = {0};

    while (next_word(&name, &word)) {
        if (is_one_of(word, whole))
            return true;
        if (is_one_of(word, key) && is_one_of(previous, before_key))
            return true;
        previous = word;
    }
    return false;
}

/* ---- values ---- */

/* True if value is only a reference to a variable: "$TOKEN", "${TOKEN}", "$(TOKEN)", quoted or not. */
static bool is_reference(struct span value)
{
    while (value.len >= 2 && is_quote(value.data[0]) && value.data[value.len - 1] == value.data[0])
        value = span_head(span_skip(value, 1), value.len - 2);
    if (!span_eat(&value, "$"))
        return false;
    if (value.len >= 2 && ((value.data[0] == '{' && value.data[value.len - 1] == '}') ||
                           (value.data[0] == '(' && value.data[value.len - 1] == ')')))
        value = span_head(span_skip(value, 1), value.len - 2);
    for (size_t i = 0; i < value.len; i++) {
        if (!is_alnum(value.data[i]) && value.data[i] != '_')
            return false;
    }
    return value.len > 0;
}

static bool ends_value(char c)
{
    return is_blank(c) || is_line_end(c) || (c && strchr("&;|<>)]}`", c));
}

/*
 * The length of a shell word at the start of s: quoted and bare parts, up to a
 * blank, an operator, or outer, the quote (or NUL) within which all of it stands.
 */
static size_t word_length(struct span s, char outer)
{
    char quote = '\0';
    size_t i = 0;

    if (!outer && is_quote(byte_at(s, 0))) {
        size_t close = span_find_byte(span_skip(s, 1), s.data[0]) + 1;

        /* A quoted value of JSON or YAML is all of it: the comma after it is not part of a word. */
        if (close < s.len && s.data[close - 1] != '\\' && !is_alnum(byte_at(s, close + 1)) &&
            !is_quote(byte_at(s, close + 1)))
            return close + 1;
    }

    for (; i < s.len && !is_line_end(s.data[i]); i++) {
        char c = s.data[i];

        if (c == '\\' && quote != '\'' && i + 1 < s.len)
            i++;
        else if (outer && c == outer)
            break;
        else if (outer)
            continue;
        else if (quote && c == quote)
            quote = '\0';
        else if (!quote && is_quote(c))
            quote = c;
        else if (!quote && ends_value(c))
            break;
    }
    return i < s.len ? i : s.len;
}

static void keep(struct scan *scan, size_t n)
{
    strbuf_add_span(scan->out, span_head(span_skip(scan->text, scan->at), n));
    scan->at += n;
}

static void mask(struct scan *scan, size_t n)
{
    strbuf_add_string(scan->out, REDACTED);
    scan->at += n;
    scan->masked++;
}

static struct span rest_of(const struct scan *scan)
{
    return span_skip(scan->text, scan->at);
}

/* Masks the word that starts here, but keeps quotes around it; a reference and nothing stay. */
static void mask_word(struct scan *scan, char outer)
{
    struct span rest = rest_of(scan);
    size_t n = word_length(rest, outer);
    struct span value = span_head(rest, n);

    if (n == 0 || is_reference(value) || span_equal_string(value, REDACTED)) {
        keep(scan, n);
    } else if (n >= 2 && is_quote(value.data[0]) && value.data[n - 1] == value.data[0]) {
        keep(scan, 1);
        if (n > 2)
            mask(scan, n - 2);
        keep(scan, 1);
    } else {
        mask(scan, n);
    }
}

/* ---- places that hold secrets ---- */

/* scheme://user:password@host, scheme://token@host. */
static bool match_url(struct scan *scan, size_t scheme)
{
    struct span after = span_skip(rest_of(scan), scheme);
    size_t end = 0;
    size_t at;
    size_t colon;
    bool shell;

    if (!span_eat(&after, "://"))
        return false;
    while (end < after.len && !is_blank(after.data[end]) && !strchr("\n\r/?#<>\"'`", after.data[end]))
        end++;
    at = span_find_last_byte(span_head(after, end), '@');
    if (at >= end)
        return false;
    colon = span_find_byte(span_head(after, at), ':');
    shell = span_contains(span_head(rest_of(scan), scheme), "ssh");
    if (colon == at && shell) {
        keep(scan, scheme + 3 + at);
    } else if (colon < at) {
        keep(scan, scheme + 3 + colon + 1);
        mask(scan, at - colon - 1);
    } else {
        keep(scan, scheme + 3);
        mask(scan, at);
    }
    return true;
}

struct shape {
    const char *prefix;
    const char *more; /* what may follow beside letters and digits */
    size_t least;     /* how many of them */
};

/* The documented forms of the tokens that turn up in build logs. */
static const struct shape shapes[] = {
    {"ghp_", "_", 16},    {"gho_", "_", 16},   {"ghu_", "_", 16},   {"ghs_", "_", 16},
    {"ghr_", "_", 16},    {"github_pat_", "_", 16}, {"glpat-", "_-.", 16}, {"xoxb-", "-", 10},
    {"xoxa-", "-", 10},   {"xoxp-", "-", 10},  {"xoxr-", "-", 10},  {"xoxs-", "-", 10},
    {"AKIA", "", 16},     {"ASIA", "", 16},    {"npm_", "", 30},    {"pypi-", "_-", 30},
    {"sk-", "_-", 20},    {"dckr_pat_", "_-", 16}, {"sha256~", "_-", 30}, {"hf_", "", 30},
};

static size_t run_length(struct span s, const char *more)
{
    size_t n = 0;

    while (n < s.len && (is_alnum(s.data[n]) || (s.data[n] && strchr(more, s.data[n]))))
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

static bool match_token(struct scan *scan)
{
    struct span rest = rest_of(scan);
    size_t n;

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct span body = rest;

        if (!span_eat(&body, shapes[i].prefix))
            continue;
        n = run_length(body, shapes[i].more);
        if (n < shapes[i].least || !has_digit(span_head(body, n)))
            return false;
        mask(scan, rest.len - body.len + n);
        return true;
    }
    /* A JSON Web Token: header and payload are JSON objects in base64url. */
    if (!span_starts_with(rest, "eyJ"))
        return false;
    n = run_length(rest, "_-.");
    if (!span_contains(span_head(rest, n), ".eyJ"))
        return false;
    mask(scan, n);
    return true;
}

/* "Bearer TOKEN", "Basic BASE64" (RFC 9110, section 11.4). */
static bool match_scheme(struct scan *scan)
{
    struct span rest = rest_of(scan);
    size_t n = span_equal_nocase(span_head(rest, 7), SPAN_LITERAL("bearer ")) ? 7
               : span_equal_nocase(span_head(rest, 6), SPAN_LITERAL("basic ")) ? 6
                                                                              : 0;
    size_t value = n ? run_length(span_skip(rest, n), "+/=_-.~") : 0;

    /* "basic support for": words are no credentials. */
    if (value < 8 || (value < 20 && !has_digit(span_head(span_skip(rest, n), value)) &&
                      byte_at(rest, n + value - 1) != '='))
        return false;
    keep(scan, n);
    mask(scan, value);
    return true;
}

/* A private key in PEM: from BEGIN to END, or to the end of the text. */
static bool match_pem(struct scan *scan)
{
    struct span rest = rest_of(scan);
    size_t label = span_find_byte(rest, '\n') < 80 ? span_find_byte(rest, '\n') : 80;
    size_t end;

    if (!span_starts_with(rest, "-----BEGIN ") ||
        !span_contains(span_head(rest, label), "PRIVATE KEY"))
        return false;
    end = span_find(rest, "-----END ");
    if (end < rest.len) {
        size_t tail = span_find(span_skip(rest, end + 9), "-----");

        end += tail < 80 ? 9 + tail + 5 : 9;
    }
    mask(scan, end < rest.len ? end : rest.len);
    return true;
}

/* True if all before this place of the line is blank, a quote, a list mark or an opening bracket. */
static bool at_line_start(const struct scan *scan)
{
    size_t i = scan->at;

    while (i && strchr(" \t\"'-{[(,\\#+", scan->text.data[i - 1]) && scan->text.data[i - 1])
        i--;
    return i == 0 || is_line_end(scan->text.data[i - 1]);
}

static bool after_opening(const struct scan *scan)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\n';

    return is_quote(before) || before == '{' || before == ',' || before == '(';
}

/* The quote before a name of n bytes that is still open after it: -H 'Token: x y'. Else NUL. */
static char outer_quote(const struct scan *scan, size_t n)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\n';

    return is_quote(before) && byte_at(rest_of(scan), n) != before ? before : '\0';
}

/* True if the word before this place is "ENV": "ENV NAME value" needs no equals sign. */
static bool after_env(const struct scan *scan)
{
    struct span before = span_head(scan->text, scan->at);

    before = span_trim(before);
    return span_ends_with(before, "ENV") && (before.len == 3 || !is_alnum(before.data[before.len - 4]));
}

/* "Authorization: scheme value": two words, so all to the quote's or the line's end. */
static bool match_authorization(struct scan *scan)
{
    static const char name[] = "authorization:";
    struct span rest = rest_of(scan);
    size_t n = sizeof name - 1;
    size_t end;

    if (!span_equal_nocase(span_head(rest, n), span_string(name)))
        return false;
    while (is_blank(byte_at(rest, n)))
        n++;
    for (end = n; !is_line_end(byte_at(rest, end)) && !is_quote(byte_at(rest, end)); end++) {
    }
    keep(scan, n);
    if (end > n)
        mask(scan, end - n);
    return true;
}

/*
 * NAME=value, NAME: value, "NAME": "value", --name value, ENV NAME value, where
 * the name is n bytes.  A colon counts only where a header, a YAML or a JSON
 * member may start, or "unexpected token: x" would lose its point.
 */
static bool match_name(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    size_t i = n;
    bool option = span_starts_with(rest, "--");
    bool member = at_line_start(scan) || after_opening(scan);
    char outer = outer_quote(scan, n);

    if (!redact_name_is_secret(span_head(rest, n)))
        return false;
    while (byte_at(rest, i) == '\\' || is_quote(byte_at(rest, i)))
        i++;
    if (is_blank(byte_at(rest, i)) && member) {
        while (is_blank(byte_at(rest, i)))
            i++;
    }
    if (byte_at(rest, i) == '=' || (byte_at(rest, i) == ':' && member)) {
        bool header = byte_at(rest, i++) == ':';

        while (is_blank(byte_at(rest, i)) && (header || member))
            i++;
        keep(scan, i);
        if (!(header && match_scheme(scan)))
            mask_word(scan, outer);
        return true;
    }
    if (is_blank(byte_at(rest, n)) && (option || after_env(scan))) {
        keep(scan, n + 1);
        mask_word(scan, outer);
        return true;
    }
    return false;
}

/* curl's "-u user:password", "--user user:password"; not "-u 1000:1000". */
static bool match_user(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    struct span name = span_head(rest, n);
    struct span word;
    size_t colon;
    uint64_t number;

    if (!span_equal_string(name, "-u") && !span_equal_string(name, "--user") &&
        !span_equal_string(name, "--proxy-user"))
        return false;
    if (byte_at(rest, n) != ' ' && byte_at(rest, n) != '=')
        return false;
    word = span_skip(rest, n + 1);
    word = span_head(word, word_length(word, '\0'));
    colon = span_find_byte(word, ':');
    if (colon >= word.len || span_to_uint64(span_skip(word, colon + 1), &number))
        return false;
    keep(scan, n + 1 + colon + 1);
    mask_word(scan, '\0');
    return true;
}

static bool match_here(struct scan *scan)
{
    struct span rest = rest_of(scan);
    char before = scan->at ? scan->text.data[scan->at - 1] : ' ';
    size_t n = 0;

    if (rest.data[0] == '-' && match_pem(scan))
        return true;
    if (is_alnum(rest.data[0]) && !is_alnum(before) && (match_token(scan) || match_scheme(scan)))
        return true;
    if (!is_name(rest.data[0]) || is_name(before))
        return false;
    while (n < rest.len && is_name(rest.data[n]))
        n++;
    return match_url(scan, n) || match_user(scan, n) || match_authorization(scan) ||
           match_name(scan, n);
}

/* How many bytes from here cannot be the start of anything: for speed alone. */
static size_t plain_length(const struct scan *scan)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : ' ';
    size_t i = scan->at;

    for (; i < scan->text.len; i++) {
        char c = scan->text.data[i];

        if (c == '-' || (is_alnum(c) && !is_alnum(before)) || (is_name(c) && !is_name(before)))
            break;
        before = c;
    }
    return i - scan->at;
}

size_t redact_append(struct strbuf *out, struct span text)
{
    struct scan scan = {.out = out, .text = text};

    while (scan.at < text.len) {
        size_t plain = plain_length(&scan);

        if (plain)
            keep(&scan, plain);
        else if (!match_here(&scan))
            keep(&scan, 1);
    }
    return scan.masked;
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
