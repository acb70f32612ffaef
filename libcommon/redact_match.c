/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "limits.h"
#include "redact.h"
#include "redact_scan.h"
#include "redact_token.h"
#include "redact_value.h"

void redact_keep(struct scan *scan, size_t n)
{
    scan->at += n;
}

struct span redact_rest(const struct scan *scan)
{
    return span_skip(span_head(scan->text, scan->window), scan->at);
}

struct span redact_before(const struct scan *scan)
{
    size_t start = scan->at > LIMIT_BEFORE_SECRET ? scan->at - LIMIT_BEFORE_SECRET : 0;

    return span_skip(span_head(scan->text, scan->at), start);
}

void redact_mask_word(struct scan *scan, char outer)
{
    struct span rest = redact_rest(scan);
    size_t n = redact_value_length(rest, outer);
    struct span value = span_head(rest, n);

    if (n == 0 || redact_is_reference(value) || span_equal_string(value, REDACTED)) {
        redact_keep(scan, n);
    } else if (n >= 2 && is_quote(value.data[0]) && value.data[n - 1] == value.data[0]) {
        redact_keep(scan, 1);
        if (n > 2)
            redact_mask(scan, n - 2);
        redact_keep(scan, 1);
    } else {
        redact_mask(scan, n);
    }
}

/* ---- places that hold secrets ---- */

static bool ends_host(char c)
{
    switch (c) {
    case '\0':
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '/':
    case '?':
    case '#':
    case '<':
    case '>':
    case '"':
    case '\'':
    case '`':
        return true;
    default:
        return false;
    }
}

/* scheme://user:password@host, scheme://token@host. */
static bool match_url(struct scan *scan, size_t scheme)
{
    struct span after = span_skip(redact_rest(scan), scheme);
    size_t end = 0;
    size_t at;
    size_t colon;
    bool shell;

    if (!span_eat(&after, "://"))
        return false;
    while (end < after.len && !ends_host(after.data[end]))
        end++;
    at = span_find_last_byte(span_head(after, end), '@');
    if (scan->at + scheme + 3 + end == scan->window) {
        /* Its end is not seen, nor whether there is another '@'. */
        redact_keep(scan, scheme + 3);
        redact_mask(scan, end);
        return true;
    }
    if (at >= end)
        return false;
    colon = span_find_byte(span_head(after, at), ':');
    shell = span_contains(span_head(redact_rest(scan), scheme), "ssh");
    if (colon == at && shell) {
        redact_keep(scan, scheme + 3 + at);
    } else if (colon < at) {
        redact_keep(scan, scheme + 3 + colon + 1);
        redact_mask(scan, at - colon - 1);
    } else {
        redact_keep(scan, scheme + 3);
        redact_mask(scan, at);
    }
    return true;
}

static bool match_token(struct scan *scan)
{
    size_t n = redact_token_length(redact_rest(scan));

    if (n)
        redact_mask(scan, n);
    return n > 0;
}

static bool match_scheme(struct scan *scan)
{
    size_t scheme = 0;
    size_t n = redact_credential_length(redact_rest(scan), &scheme);

    if (n) {
        redact_keep(scan, scheme);
        redact_mask(scan, n);
    }
    return n > 0;
}

/* A private key in PEM (RFC 7468): from BEGIN to END, or to the end of the text. */
static bool match_pem(struct scan *scan)
{
    struct span rest = redact_rest(scan);
    struct span label = span_head(rest, 80);

    if (!span_starts_with(rest, "-----BEGIN "))
        return false;
    label = span_head(label, span_find_byte(label, '\n'));
    if (!span_contains(label, "PRIVATE KEY"))
        return false;
    redact_mask(scan, 0);
    scan->hides = HIDES_KEY;
    return true;
}

/* True if all before this place of the line is blank, a quote, a list mark or an opening bracket. */
static bool at_line_start(const struct scan *scan)
{
    struct span before = redact_before(scan);
    size_t i = before.len;

    while (i && strchr(" \t\"'-{[(,\\#+", before.data[i - 1]) && before.data[i - 1])
        i--;
    return i == 0 || is_line_end(before.data[i - 1]);
}

/*
 * True behind what a platform puts before a line: a time, "[pod/x] ", "svc-1 | ", "> ", "host job[7]: ". A message's words
 * end otherwise.
 */
static bool after_prefix(const struct scan *scan)
{
    struct span before = redact_before(scan);
    size_t i = before.len;
    char last;

    while (i && is_blank(before.data[i - 1]))
        i--;
    last = i ? before.data[i - 1] : '\0';
    if (i == before.len)
        return false;
    return last == ']' || last == '|' || last == '>' || (last >= '0' && last <= '9') ||
           (i > 1 && last == 'Z' && before.data[i - 2] >= '0' && before.data[i - 2] <= '9') ||
           (i > 1 && last == ':' && before.data[i - 2] == ']');
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

    return is_quote(before) && byte_at(redact_rest(scan), n) != before ? before : '\0';
}

/* True if the word before this place is "ENV": "ENV NAME value" needs no equals sign. */
static bool after_env(const struct scan *scan)
{
    struct span before = redact_before(scan);

    if (!before.len || !is_blank(before.data[before.len - 1]))
        return false;
    /* Up to the word before and no further: what a line begins with may be long. */
    while (before.len && is_blank(before.data[before.len - 1]))
        before.len--;
    return span_ends_with(before, "ENV") &&
           (before.len == 3 || !byte_is_name(before.data[before.len - 4]));
}

/* The length of the header's name, with its colon, whose value is a secret of several words; 0: none. text is not empty. */
static size_t secret_header(struct span text)
{
    static const char *const names[] = {"authorization:", "proxy-authorization:", NULL};
    static const char *const exactly[] = {"Cookie:", "Set-Cookie:",
                                          NULL}; /* "bad cookie: x" is none */

    for (const char *const *name = names; *name; name++) {
        if ((text.data[0] | 0x20) == **name &&
            span_equal_nocase(span_head(text, strlen(*name)), span_string(*name)))
            return strlen(*name);
    }
    for (const char *const *name = exactly; *name; name++) {
        if (text.data[0] == **name && span_starts_with(text, *name))
            return strlen(*name);
    }
    return 0;
}

/* "Authorization: scheme value": two words, so all to the quote's or the line's end. */
static bool match_authorization(struct scan *scan)
{
    struct span rest = redact_rest(scan);
    size_t n = secret_header(rest);
    size_t end;

    if (!n)
        return false;
    while (is_blank(byte_at(rest, n)))
        n++;
    for (end = n; !is_line_end(byte_at(rest, end)) && !is_quote(byte_at(rest, end)); end++) {
    }
    redact_keep(scan, n);
    if (end > n)
        redact_mask(scan, end - n);
    return true;
}

/* True where a name of n bytes and a blank may be followed by a value: --name value, ENV NAME value, name : value. */
static bool may_stand_alone(const struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);
    size_t i = n;

    if (!is_blank(byte_at(rest, n)))
        return false;
    if (rest.data[0] == '-' || after_env(scan))
        return true;
    while (is_blank(byte_at(rest, i)))
        i++;
    return byte_at(rest, i) == '=' || byte_at(rest, i) == ':';
}

/* A header of HTTP that is of somebody's own, or GitLab's: it stands anywhere. */
static bool is_header(struct span name)
{
    return span_equal_nocase(span_head(name, 2), SPAN_LITERAL("x-")) ||
           span_equal_nocase(name, SPAN_LITERAL("private-token")) ||
           span_equal_nocase(name, SPAN_LITERAL("job-token"));
}

/* "?sig=...": of Azure's URLs that are signed for access. */
static bool is_signature(const struct scan *scan, size_t n)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\0';

    return span_equal_string(span_head(redact_rest(scan), n), "sig") &&
           (before == '?' || before == '&');
}

/* What passwd(1) itself says: "passwd: Authentication token manipulation error". */
static bool is_of_passwd(struct span name, struct span after)
{
    static const char *const starts[] = {": Authentication ", ": password ", ": user '",
                                         ": Permission denied", NULL};

    for (const char *const *start = starts; *start; start++) {
        if (span_equal_string(name, "passwd") && span_starts_with(after, *start))
            return true;
    }
    return false;
}

/*
 * "PASS: test-a" of Automake's tests, which is not indented as a variable in YAML is, "--- PASS: TestA" of Go's,
 * "NOPASSWD: ALL" of sudo's rules.
 */
static bool is_verdict(const struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);
    struct span name = span_head(rest, n);
    struct span before = redact_before(scan);

    if (byte_at(rest, n) != ':')
        return false;
    if (span_equal_string(name, "PASS"))
        return before.len == 0 || is_line_end(before.data[before.len - 1]) ||
               span_ends_with(before, "--- ") ||
               (after_prefix(scan) && !span_ends_with(before, "  "));
    return span_equal_string(name, "NOPASSWD") || is_of_passwd(name, span_skip(rest, n));
}

static bool names_secret(const struct scan *scan, size_t n)
{
    return (redact_name_is_secret(span_head(redact_rest(scan), n)) || is_signature(scan, n)) &&
           !is_verdict(scan, n);
}

/* True where a header, a YAML or a JSON member of that name may start. */
static bool may_be_member(const struct scan *scan, struct span name)
{
    return at_line_start(scan) || after_opening(scan) || after_prefix(scan) || is_header(name) ||
           redact_name_is_password(name);
}

/* "<password>value</password>", as Maven's settings have it. */
static bool match_element(struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);
    size_t end = n + 1;

    if (byte_at(rest, n) != '>' || scan->at == 0 || scan->text.data[scan->at - 1] != '<' ||
        !names_secret(scan, n))
        return false;
    while (end < rest.len && rest.data[end] != '<' && !is_line_end(rest.data[end]))
        end++;
    redact_keep(scan, n + 1);
    if (end > n + 1)
        redact_mask(scan, end - n - 1);
    return true;
}

/*
 * NAME=value, NAME: value, "NAME": "value", --name value, ENV NAME value, where
 * the name is n bytes.  A colon, and a blank before the sign, count only where a
 * header, a YAML or a JSON member may start, or "unexpected token: x" would lose
 * its point.
 */
static bool match_name(struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);
    size_t i = n;
    bool member;
    bool alone;
    char outer;

    if (!names_secret(scan, n))
        return false;
    member = may_be_member(scan, span_head(rest, n));
    alone = span_starts_with(rest, "--") || after_env(scan);
    outer = outer_quote(scan, n);
    while (byte_at(rest, i) == '\\' || is_quote(byte_at(rest, i)))
        i++;
    while (is_blank(byte_at(rest, i)) && member)
        i++;
    if (byte_at(rest, i) == '=' || (byte_at(rest, i) == ':' && member)) {
        bool header = byte_at(rest, i++) == ':';

        while (is_blank(byte_at(rest, i)) && (header || member))
            i++;
        redact_keep(scan, i);
        if (!(header && match_scheme(scan)))
            redact_mask_word(scan, outer);
        return true;
    }
    if (is_blank(byte_at(rest, n)) && alone) {
        redact_keep(scan, n + 1);
        redact_mask_word(scan, outer);
        return true;
    }
    return false;
}

bool redact_match(struct scan *scan)
{
    scan->window = scan->at + LIMIT_SECRET;

    struct span rest = redact_rest(scan);
    char before = scan->at ? scan->text.data[scan->at - 1] : ' ';
    size_t n = 0;
    char next;

    if (rest.data[0] == '-' && match_pem(scan))
        return true;
    if (byte_is_alnum(rest.data[0]) && !byte_is_alnum(before) &&
        (match_token(scan) || match_scheme(scan)))
        return true;
    if (!byte_is_name(rest.data[0]) || byte_is_name(before))
        return false;
    while (n < rest.len && byte_is_name(rest.data[n]))
        n++;
    next = byte_at(rest, n);
    if (next != ':' && next != '=' && next != '\\' && next != '>' && !is_quote(next) &&
        !may_stand_alone(scan, n))
        return false;
    return match_url(scan, n) || redact_match_login(scan, n) || match_authorization(scan) ||
           match_element(scan, n) || match_name(scan, n);
}
